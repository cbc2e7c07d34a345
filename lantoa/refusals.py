"""The one way the house says no."""


def marked(sentence: str) -> str:
    """Return `sentence` unchanged; marks it for translation where Django may not be imported."""
    return sentence


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """The rules forbid what was asked; anything else that goes wrong is a bug.

    `code` is a short stable English key. `sentence` is Vietnamese with named placeholders (`%(name)s`), it says what
    happened, what was kept and what to do; `facts` fills it. Doors translate `sentence` before filling it.
    `field` names the input at fault, when there is one.
    """

    def __init__(self, code: str, sentence: str, *, field: str = "", **facts: object) -> None:
        self.code = code
        self.sentence = sentence
        self.field = field
        self.facts = facts
        super().__init__(code)

    def __str__(self) -> str:
        return self.sentence % self.facts if self.facts else self.sentence


class PaperUnreadable(Refusal):
    """A file that cannot be read as a paper: not text, broken, too large, a scan, or no known format."""


class WrongSetting(Refusal):
    """A setting of the installation has a value it cannot have; nothing was started."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__("wrong_setting", "%(name)s: " + sentence, field=name, name=name)
