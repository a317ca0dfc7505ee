"""The small words of the languages that share an alphabet with others."""

from __future__ import annotations

from firsthand.text.wordlists import words

SMALL_WORDS = {
    "en": words(
        """the of and to in is that it was for on are as with his they at be this have from or had by but not what
        all were we when your can said there an which she their if will up about would its who has more been than
        other"""
    ),
    "de": words(
        """der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er
        hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor
        zur bis"""
    ),
    "fr": words(
        """de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec ou son
        mais comme on cette été ont aux ses leur nous elle sa fait être était deux même ces d'un d'une qu'il
        c'est n'est"""
    ),
    "es": words(
        """de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin
        sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi
        porque"""
    ),
    "pt": words(
        """de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu
        sua ou ser quando muito nos já está também só pelo pela até isso ela entre era depois sem mesmo aos são
        foram ter"""
    ),
    "gl": words(
        """de a o que e do da en un para é con non unha os no se na por máis as dos como pero foi ao el das ten seu
        súa ou"""
    ),
    "it": words(
        """di e il la che in un a per è una sono con non del della i le si da al nel ha dei come più lo alla anche
        gli ma delle se o dal questo hanno nella era stato ci suo sua essere l'ha dell'anno dopo tra due alle fra
        loro quando"""
    ),
    "ca": words(
        """de la i que el a en els les un una per amb del és no va es al ha més ser se com són seva aquest aquesta o
        però pel dels han dos també fins sobre entre on quan molt tots l'any d'un"""
    ),
    "ro": words(
        """de și în a la cu pe care o din că nu mai este pentru un să se au fost ce ale al fi lui sau după ca sunt
        prin fost acest această le iar dar între până doar când fără către"""
    ),
    "nl": words(
        """de het een van en in is dat op te zijn met voor niet aan er om ook als bij maar door uit naar over dan
        nog wordt heeft tot werd worden deze die hij zij had kan geen meer wel hun was werden zou ze omdat"""
    ),
    "af": words(
        """die van en in is het dat op te vir nie met aan 'n om ook as by maar deur uit na oor wat sy hulle was word
        kan"""
    ),
    "sv": words(
        """och i att det som en på är av för med till den har de inte om ett han men var jag från vi så kan när sig
        sin efter vid också ska hade skulle eller vara mot under bara blev mycket där hon nu något"""
    ),
    "da": words(
        """og i at det som en på er af for med til den har de ikke om et han men var jeg fra vi så kan når sig sin
        efter ved også skal havde skulle eller være mod under kun blev meget der hun nu noget blevet hvor mellem"""
    ),
    "nb": words(
        """og i at det som en på er av for med til den har de ikke om et han men var jeg fra vi så kan når seg sin
        etter ved også skal hadde skulle eller være mot under bare ble mye der hun nå noe blitt hvor mellom"""
    ),
    "nn": words(
        """og i at det som ein på er av for med til den har dei ikkje om eit han men var eg frå vi så kan når seg
        etter òg"""
    ),
    "is": words(
        """og í að það sem á er til um við með var en fyrir ekki þetta hann af frá eru hefur þeir þess verið hún"""
    ),
    "fi": words(
        """ja on ei että se oli hän mutta ovat myös kun joka ole kuin niin mukaan jos tai olla sen voi vain jo ollut
        hänen nyt sekä jälkeen vielä mitä vuoden kanssa tämä noin jotka olisi sitä vuonna"""
    ),
    "et": words(
        """ja on ei et see oli ta kui aga ka mis oma ning mida kes või välja nii selle seda pärast juba veel tema
        olid aasta"""
    ),
    "lv": words("un ir par ar no kas uz tas bet arī ka lai kā pēc nav bija tika vai gan līdz gada viņš ko tiek savu"),
    "lt": words(
        """ir yra kad su į iš bei tai bet jo o kaip dėl apie per buvo nuo po už ne metų ar taip jis kurie savo"""
    ),
    "pl": words(
        """w i na z się nie do to że jest o od po jak za przez dla co ale jego są był ma tym oraz było które który
        która tylko przed ze już może tego także jednak być roku bardzo jej ich lub czy nad"""
    ),
    "cs": words(
        """v a se na je že s z o do to i k pro ve by jsou ale jako po od za jeho který která které byl bylo nebo
        podle má už při jen také až tak co jsem mezi být si před bude ze více však není"""
    ),
    "sk": words(
        """v a sa na je že s z o do to aj k pre vo by sú ale ako po od za jeho ktorý ktorá ktoré bol bolo alebo
        podľa má už pri len tiež až tak čo som medzi byť si pred bude zo viac však nie"""
    ),
    "sl": words(
        """v in je na da se za so po z ki bi ni s pri ne pa tudi kot iz o do še lahko bo ali sta od ker leta med"""
    ),
    "hr": words(
        """u i je na da se za su od s o koji će što kao iz ne to a bi sam nije te koja ili do samo bio po već ali
        nakon rekao godine još prema koje može biti više zbog dvije"""
    ),
    "hu": words(
        """a az és hogy nem is egy ez meg csak mint már volt de azt el ha még ki van lesz után szerint által lehet
        kell minden vagy két be pedig amely úgy között majd ami évben akkor"""
    ),
    "tr": words(
        """ve bir bu da de için ile çok olarak olan daha gibi kadar en ne ise sonra var değil olduğu her o göre
        ancak tarafından dedi yeni iki oldu ama yıl içinde olduğunu"""
    ),
    "id": words(
        """yang dan di ini itu dengan untuk dari dalam tidak akan pada ke juga adalah oleh karena telah mereka
        sebagai kata ada bisa dia tersebut lebih saat atau tahun kami sudah satu"""
    ),
    "vi": words(
        """và của là có trong cho được với các một những không này đã người để khi đến từ về cũng như tại sẽ nhiều"""
    ),
    "sq": words("të e në dhe i për që me një nga se është më ka do si por u duke nuk kjo janë edhe pas tij ishte"),
    "eu": words(
        """eta da ez du bat ere egin dute hori dira zuen baina izan beste dela den dio egiten ditu batean arte"""
    ),
    "sw": words("ya na wa kwa ni katika la za kuwa hiyo cha hii alisema kama huo watu baada lakini pia hilo huyo"),
    "ru": words(
        """и в не на что с по как это он а из к у за то от о но для все его был так же было или до мы бы их она они
        мог после том ещё также уже только которая который когда года во при этом года"""
    ),
    "uk": words(
        """і в не на що з та як це він а із до у за від про але для його був так було або ми її вона вони після
        також вже є й те ще яка який які коли року під при щоб цього"""
    ),
    "bg": words(
        """и на в да за се от е с не че по са това като до ще си но той към или беше след при бе са както има който
        която"""
    ),
    "sr": words(
        """и у је на да се за су од са о који ће што као из не то а би није те која или до само био по већ али"""
    ),
    "mk": words("и во на да за се од е со не што ги го ќе по беше како тоа но или сите при има која кој бил до ова"),
    "be": words(
        """і ў не на што з па як гэта ён а да у за ад але для яго быў так было або мы яе яна яны пасля таксама"""
    ),
    "ar": words(
        """في من على إلى أن التي عن الذي مع هذا هذه ما كان لا بعد بين كما أو قال قد لم كانت ذلك حيث خلال عام ثم"""
    ),
    "fa": words("در از به که این را با است برای آن یک خود تا بر هم نیز شده می های او اما شد کرد وی بود باید دو"),
    "ur": words("کے میں کی ہے اور سے کا کو پر نے یہ اس کہ ہیں بھی ایک ان تھا کر نہیں جو تو لیے ہو تک گیا"),
}
