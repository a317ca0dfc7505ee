"""What the lines around an article say, in the languages of the desks: buttons, labels, boxes, credits, links."""

from __future__ import annotations

import re

from firsthand.text.wordlists import phrases

STORY_LINK = re.compile(
    phrases(
        r"(?:you (?:may|might) also like|also read|see also|see more|recommended|more on this|must read|don['’]t miss)",
        r"read(?: more| also| next| this| on)?|related(?: (?:story|stories|article|articles|news|coverage))?",
        r"watch(?: now| also| more)?|listen(?: now)?|explore|in pictures|explainer|background",
        "lesen sie (?:auch|mehr|dazu)|mehr (?:dazu|zum thema)|auch interessant|lesetipp",
        r"(?:à )?lire (?:aussi|également|encore)|à lire|voir aussi|sur le même sujet",
        r"le[ae] también|le[ai]a também|le[ae] además|te puede interesar|ver también|veja também|más información",
        r"leggi (?:anche|pure)|lees ook|läs (?:också|även|mer)|læs også|les også|czytaj (?:też|także|również)",
        "čtěte také|přečtěte si|citește și|okuyun",
        "ayrıca okuyun|читайте (?:также|ещё|еще)|читайте також|阅读更多|اقرأ أيضا",
    )
    + r"\s*[:：|»→–—]\s*(?=\S)",
    re.IGNORECASE,
)
WHOLE_LINE = re.compile(
    phrases(
        r"share|facebook|twitter|x|whatsapp|telegram|linkedin",
        r"reddit|pinterest|print|e-?mail|tweet|copy(?: link| url)?|menu",
        r"instagram|youtube|tiktok|bluesky|threads|mastodon|search",
        r"home|news|opinion|sports?|subscribe|register|close",
        r"like this:?|loading\W*|advertisements?|sponsored(?: content)?|reply",
        r"listen|related|read more|report|save|follow",
        r"load (?:more|more \w+)|more (?:stories|news)|trending",
        r"most (?:read|popular|viewed)|newsletters?|recommended",
        r"skip to (?:main )?content|back to top|next|previous|gift this article|listen to (?:this )?article|live",
        "(?:related|recommended|latest|popular|key|top) (?:articles?|posts?|stories|news|topics?|events|links|content)",
        r"(?:privacy|cookie) (?:policy|settings|notice)|manage (?:preferences|cookies|consent)|cookie settings",
        r"all rights reserved.?|terms (?:of|and) .{0,20}|(?:comments|commenting) (?:are|is) (?:now )?closed.?",
        r"(?:story|article) continues below(?: advertisement)?|match report|breaking news",
        r"exclusive|editorial|analysis",
        # German, French, Spanish, Portuguese, Italian, Dutch, Russian, Polish
        r"teilen|drucken",
        r"anzeige|werbung",
        r"merken|vorlesen|zur startseite|newsletter(?: abonnieren| bestellen)?|kommentieren",
        r"alle rechte vorbehalten.?|impressum|datenschutz(?:erklärung)?|mehr zum thema|meistgelesen|startseite",
        r"partager|imprimer|publicité|s['’]abonner",
        r"écouter|commenter|tous droits réservés.?|mentions légales|accueil",
        r"compartir|imprimir|publicidad|suscr[íi]bete|escuchar|todos los derechos reservados.?|aviso legal|comentar",
        r"compartilh(?:e|ar)|partilhar|publicidade|assine|todos os direitos reservados.?|condividi|pubblicità|stampa",
        r"tutti i diritti riservati.?|delen|advertentie|alle rechten voorbehouden.?|udostępnij|reklama|drukuj",
        r"поделиться|реклама|печать|все права защищены.?|подписаться|поширити|всі права захищені.?|分享|广告|مشاركة",
        r"[#@][\w.]{2,40}(?:\s+[#@][\w.]{2,40}){0,8}|\W+|(?:\W*\d{1,2}[:.]\d{2}(?:\s*(?:am|pm|uhr|[A-Z]{2,4}))?\W*)",
    )
    + "$",
    re.IGNORECASE,
)
OPENING = re.compile(
    phrases(
        r"discover more from\b|continue reading\b",
        r"(?:subscribe|sign up|register)\b|already (?:have an account|a subscriber)",
        r"(?:click|tap) here\b|(?:share|save|print|email|tweet|bookmark) (?:this|on|via|article|story)\b|share:",
        r"(?:tags?|topics?|categor(?:y|ies)|filed under|labels|keywords)\s*[:：]|posted (?:in|by|on)\b|filed under\b",
        r"(?:next|previous|older|newer) (?:post|article|story)\b|(?:follow|like|find|join) us\b|follow @",
        r"(?:we|this (?:site|website)) uses? cookies\b|(?:accept|reject) all\b",
        r"(?:©|\(c\)|copyright\b)|(?:log|sign) in\b",
        r"(?:support|donate to) (?:us|our)\b|(?:download|get) (?:the|our) (?:app|newsletter|latest)\b",
        r"get (?:the )?latest\b",
        r"\(?(?:photo|image|picture|credit|getty|illustration|video|graphic)s?(?: credit| courtesy| by)?\s*[:：/]",
        r"\d+ min(?:ute)?s? (?:read|to read)|(?:reading|estimated) time\b|lesezeit",
        r"temps de lecture|tiempo de lectura",
        r"enter your e-?mail|type your e-?mail",
        r"notify me of|by (?:signing up|subscribing|clicking|continuing),? you\b",
        r"thank(?:s| you) for (?:reading|subscribing)|if you (?:value|enjoyed|liked|like) (?:our|this)\b",
        r"(?:the )?(?:views|opinions) expressed\b|our standards:",
        r"this (?:article|story) (?:was|is) (?:first |originally )?published",
        r"\((?:additional )?(?:reporting|writing|editing)\b.{0,20}\bby\b",
        r"(?:reporting|editing|additional reporting) by\b",
        r"(?:read|learn|find out|see|explore) more (?:about|on)\b",
        r"this (?:story|article|piece) (?:has been|was) (?:\w+ ){0,2}(?:updated|amended|corrected)\b",
        r"(?:we are|we['’]re) (?:now )?closing (?:down |up )?(?:this|our|the) (?:live )?blog\b|that['’]s all from us\b",
        r"home(?: (?:news|world|uk|us|politics|sports?|business|opinion|culture|tech|science|video|live|more)){2}\b",
        r"(?:more information|journal information|citation|doi|source link)\s*[:：]|provided by\b",
        r"(?:photograph(?:y|s)|photos|pictures|illustrations?|words|text|story|video|graphics?|written|produced) by\b",
        r"do you have (?:a|any) (?:story|tip|information)\b|(?:send|email) (?:us|your)\b",
        r"contact (?:us|the author)\b|got a tip\b",
        # German, French, Spanish, Portuguese, Italian, Dutch, Russian
        r"(?:newsletter|jetzt) (?:abonnieren|anmelden)|folgen sie uns",
        r"jetzt \w+ abonnieren|(?:quelle|schlagworte|themen)\s*:",
        r"(?:wir|diese seite) (?:verwenden|nutzen|verwendet) cookies|(?:foto|bild|grafik)s?\s*[:：/]",
        r"abonnez-vous|suivez-nous|inscrivez-vous",
        r"nous utilisons des cookies|(?:crédits?(?: photos?)?|mots-clés|étiquettes)\s*:",
        r"suscr[íi]b(?:ete|ase)|s[íi]gu(?:enos|e a)|usamos cookies",
        r"(?:etiquetas|temas|fuente)\s*:|cadastre-se|siga-nos|inscreva-se",
        r"iscriviti|seguici|abonneer|volg ons",
        r"meld je aan|prenumerera|следите за|подп(?:исывайтесь|ишитесь)|теги\s*:|фото\s*:",
    ),
    re.IGNORECASE,
)
# Furniture only at the end, where the author is introduced.
LAST_WORDS = re.compile(
    r"(?:[A-Z][\w.’'-]+ ){1,4}(?:is|was|are) (?:an?|the|our) .{0,80}\b(?:writer|reporter|journalist|correspondent"
    r"|editor|columnist|writes|professor|lecturer|author|fellow|contributor|teaches|surveyor|producer|host)\b"
)
COMMENTS_BEGIN = re.compile(
    phrases(
        r"(?:leave|post|add|write|join) (?:a|the|your) (?:comment|reply|conversation|discussion)\b",
        r"(?:view |show |all )?\d{0,6}\s*(?:(?:reader )?comments?|responses?|replies)(?:\s*\(\d+\))?\s*:?$",
        r"\d{1,6} thoughts on\b",
        r"\d{0,6}\s*(?:(?:leser)?kommentare?|kommentarer|reacties)(?:\s*\(?\d*\)?)\s*:?$",
        r"\d{0,6}\s*(?:commentaires?|comentarios?|comentários?|commenti)(?:\s*\(?\d*\)?)\s*:?$",
        r"\d{0,6}\s*(?:комментари[ийяев]+|коментар[іиів]+|komentarze)(?:\s*\(?\d*\)?)\s*:?$",
        "your e-?mail address will not be published|hinterlasse(?:n sie)? einen kommentar|laisser un commentaire",
        "deja un comentario|deixe um comentário|schreiben sie einen kommentar|оставить комментарий",
    ),
    re.IGNORECASE,
)
_CREDIT = phrases(
    "photo(?:graph)?s?|image|picture|credit|illustration|foto(?:grafie|graf[ií]a)?|bild|grafik|crédits?(?: photos?)?",
    r"imagen|imagem|фото|zdjęcie|fot\.",
)
_AGENCY = "getty(?: images)?|reuters|associated press|ap photo|afp|epa|dpa|shutterstock|alamy|istock"
_SIDE = "left|right|above|below|top|bottom|pictured|from left|clockwise from .{3,20}|links|rechts|oben|à gauche|arriba"
_TAKEN = "(?:undated |file |handout )?"
_COLON = r"\s*(?:[:：/]|\.\.\.)"
_NAMES = r"(?-i:[A-ZÀ-Þ][\w.’'-]+(?: [A-ZÀ-Þ][\w.’'-]+){1,3})"
_HOUSE = r"(?-i:[A-ZÀ-Þ])[^()/]{2,40}"
CAPTION = re.compile(
    phrases(
        rf".{{8,400}}[.!?”\"’)…]\s*[(\[]?{_TAKEN}{_CREDIT}(?: credit| by| courtesy(?: of)?)?{_COLON}.{{2,80}}",
        rf".{{8,400}}[(\[](?:[A-Z]{{2,5}} )?{_TAKEN}{_CREDIT}\b.{{0,80}}[)\]]\.?",
        rf".{{8,400}}[.!?”\"’]\s*\({_NAMES} ?/ ?{_HOUSE}\)\.?",
        rf"(?:file|handout|archive) {_CREDIT}\s*[:：—–-]\s*\S.{{8,300}}",
        rf".{{8,400}}[(\[|/—–-]\s*(?:{_AGENCY})\b(?:[/ ][^.!?\s]+){{0,3}}[)\]]?",
        r"(?:image |photo |picture )?caption\s*[,:：]\s*\S.{7,400}",
        rf"(?:{_SIDE})\s*[:：]\s*\S.{{7,300}}",
        rf"{_TAKEN}{_CREDIT}\s+(?:shows?|taken|dated)\b.{{8,300}}",
        rf".{{8,400}}\bin (?:this|an?) {_TAKEN}(?:photo|image|picture)\b.{{0,60}}",
    )
    + "$",
    re.IGNORECASE,
)
# What every caption above has somewhere: looked for first, since most lines have none.
CAPTION_HINT = re.compile(rf"caption|{_CREDIT}|{_AGENCY}|\w ?/ ?\w[^()]*\)\.?$|(?:{_SIDE})\s*[:：]", re.IGNORECASE)
# What stands before a date line's date.
DATE_LABEL = re.compile(
    phrases(
        "(?:first |last )?(?:published|updated|modified|posted)|date|stand|veröffentlicht|aktualisiert|publié",
        "mis à jour",
        "publicado|actualizado|atualizado|pubblicato|gepubliceerd|опубликовано|обновлено",
    )
    + r"\b(?: (?:on|at|am|um|le|el|em|il|op))?\s*[:：]?\s*",
    re.IGNORECASE,
)
