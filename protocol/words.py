"""`Words`: the type of every string a person wrote; and `Secret`: of every string that opens a door.

Both are `str` subclasses, so that whoever writes to a journal, a log or an error can
drop them *by type* (settled.md 19), and both hide in `repr`, so that a forgotten
f-string with `!r`, a traceback or a dataclass in a log shows nothing.
They never decide what a text may say; that is moderation's.
"""

from typing import Annotated, Final, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from protocol import limits


class Words(str):
    """What a person wrote. RAM only: never on a disk, in a log, a metric, an error or a trace."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "<words>"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema(strict=True))

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        json_schema = handler(schema)
        json_schema["x-words"] = True
        return json_schema


class Secret(str):
    """A string that opens something: a link, a key, a passphrase. Hides like `Words`; compared only by hash."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "<secret>"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(cls, core_schema.str_schema(strict=True))


class Shape:
    """Bounds for `Words` or `Secret`, put into the inner string schema so that they cost no Python call."""

    __slots__ = ("kind", "least", "most", "pattern")

    def __init__(
        self, kind: type[Words] | type[Secret], *, most: int, least: int = 0, pattern: str | None = None
    ) -> None:
        self.kind: Final = kind
        self.most: Final = most
        self.least: Final = least
        self.pattern: Final = pattern

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        inner = core_schema.str_schema(
            strict=True, min_length=self.least or None, max_length=self.most, pattern=self.pattern
        )
        return core_schema.no_info_after_validator_function(self.kind, inner)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        json_schema = handler(schema)
        if self.kind is Words:
            json_schema["x-words"] = True
        return json_schema

    def __copy__(self) -> Self:
        return self


Text = Annotated[Words, Shape(Words, most=limits.TEXT_CODE_POINTS)]
"""A message."""

Line = Annotated[Words, Shape(Words, most=limits.LINE_CODE_POINTS)]
"""A short line with a knock or a hand."""

Label = Annotated[Words, Shape(Words, least=1, most=limits.LABEL_CODE_POINTS)]
"""The name of a group or of who runs it."""

Prompt = Annotated[Words, Shape(Words, most=limits.PROMPT_CODE_POINTS)]
"""The question of a round; may be empty."""

AgreementLine = Annotated[Words, Shape(Words, least=1, most=limits.AGREEMENT_LINE_CODE_POINTS)]
"""One line of a community agreement."""

Key = Annotated[Secret, Shape(Secret, least=43, most=43, pattern=r"^[A-Za-z0-9_-]{43}$")]
"""256 random bits, base64url without padding."""

LinkSecret = Annotated[Secret, Shape(Secret, least=16, most=64, pattern=r"^[A-Za-z0-9_ -]{16,64}$")]
"""What stands behind `/#` in a link."""

Passphrase = Annotated[Secret, Shape(Secret, least=1, most=limits.PASSPHRASE_MOST)]
"""What a facilitator types. Too short is refused in words, not by the schema."""
