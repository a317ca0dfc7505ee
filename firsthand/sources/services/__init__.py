"""Outside services that may know where something was said first; asked only by a click, and only where turned on.

One adapter each. All of them go through the guarded client, never raise for what a service does, and answer with
suggestions and a reason, or with the reason why there are none. What they say is foreign text.
"""
