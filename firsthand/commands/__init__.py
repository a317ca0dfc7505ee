"""The commands, by what they are about; ``firsthand.cli`` puts them together."""
