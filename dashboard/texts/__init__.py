"""Every word of the interface, one module a page or an area, and nowhere else: what is here is what is translated.

A text is a constant; one that holds a number or a name is a function, so that a language can order the words and form
the plural its own way. Foreign words, such as a title or a name, are escaped by whoever puts them into Markdown.
``dashboard.words`` has the words of the vocabulary. A test keeps sentences out of every other module of the dashboard.
"""
