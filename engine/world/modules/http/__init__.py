"""HTTP's numbers and methods."""

from _http_reasons import REASONS
from enum import IntEnum


def _name(text):
    return text.upper().replace("-", "_").replace(" ", "_").replace("'", "")


HTTPStatus = IntEnum("HTTPStatus", {_name(text): number for number, text in REASONS.items()}, module="http")
HTTPStatus.phrase = property(lambda self: REASONS[int(self)])
HTTPStatus.description = property(lambda self: "")
HTTPMethod = {}
