"""What every page may say: who is working, what became of a deed, pages that name nothing."""

ACT_AS = "You act as"
ACT_AS_HELP = "This is the sample record: try every role. On your own desk you are always yourself."
NO_ROLE = "no role yet"
CHANGED_ABOVE = "What changed stands at the top of this page."


def no_such_record(what: str, asked: str) -> str:
    """Say that an address names nothing."""
    return f"There is no {what} «{asked}» on this desk. The address may have been cut or mistyped."


def none_named(what: str, example: str) -> str:
    """Say that an address should name something."""
    return f"No {what} is named in the address. It should end like this: {example}"
