"""The image of a picture: one file beside deck.yml, small, of a known kind, without anything that
runs or calls outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError  # noqa: S405 (types; parsed by defusedxml)

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

MOST_BYTES = 200_000
"""32 such pictures still come in half a minute on a slow phone; a photo of 800 pixels fits."""
MEDIA_TYPES = {
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
}
SVG_ELEMENTS = frozenset(
    "svg g defs style symbol use title desc path rect circle ellipse line polyline polygon "
    "text tspan linearGradient radialGradient stop pattern clipPath mask marker filter feBlend "
    "feColorMatrix feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB "
    "feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset feTurbulence".split()
)
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_DECODERS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}
# A backslash could spell any of these another way, and no drawing needs one.
_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!#)|@import|javascript:|\\", re.IGNORECASE)


def image_faults(folder: Path, name: str) -> Iterator[str]:
    """Why this file cannot be the image of a picture, in French, with what to do."""
    path = folder / name
    if not _FILE_NAME.fullmatch(name) or path.resolve().parent != folder.resolve():
        yield f"« {name} » doit être un fichier du même dossier, sans accent ni espace"
    elif path.suffix.lower() not in MEDIA_TYPES:
        yield f"« {name} » n'est pas une image admise ; formats : svg, png, jpg, webp"
    elif not path.is_file():
        yield f"le fichier « {name} » manque ; ajoutez-le à côté de deck.yml"
    elif path.stat().st_size > MOST_BYTES:
        yield f"« {name} » dépasse {MOST_BYTES // 1000} ko ; réduisez l'image à 800 pixels de large"
    else:
        yield from _content_faults(path)


def _content_faults(path: Path) -> Iterator[str]:
    content = path.read_bytes()
    suffix = path.suffix.lower()
    if suffix == ".svg":
        yield from _svg_faults(path.name, content)
    elif not _is_photo(content, _DECODERS[suffix]):
        kind = suffix[1:]
        yield f"« {path.name} » n'est pas une image {kind} lisible ; enregistrez-la de nouveau"


def _is_photo(content: bytes, decoder: str) -> bool:
    """Whether all of it can be decoded, as a browser or a printer would."""
    # Here, since our own deck is drawn and needs no decoder.
    from PIL import Image

    try:
        with Image.open(BytesIO(content), formats=[decoder]) as image:
            image.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
    return True


def _svg_faults(name: str, content: bytes) -> Iterator[str]:
    try:
        root = fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError):
        yield f"« {name} » n'est pas un dessin SVG lisible ; exportez-le en « SVG simple »"
        return
    if _local(root.tag) != "svg" or not root.get("viewBox"):
        yield f"« {name} » doit commencer par <svg viewBox=…> ; exportez-le de nouveau"
    refused = {_local(one.tag) for one in root.iter()} - SVG_ELEMENTS
    if refused:
        yield f"« {name} » contient « {min(refused)} », qui n'est pas admis ; enlevez-le"
    if any(_is_active(one) for one in root.iter()):
        yield f"« {name} » appelle un programme ou un autre fichier ; enlevez cet appel"


def _is_active(element: Element) -> bool:
    """Whether it listens to an event, or points out of the file, also from a style sheet."""
    if _local(element.tag) == "style" and _OUTSIDE.search(element.text or ""):
        return True
    return any(
        _local(key).lower().startswith("on")
        or (_local(key) == "href" and not value.startswith("#"))
        or _OUTSIDE.search(value)
        for key, value in element.attrib.items()
    )


def _local(tag: object) -> str:
    """The name without its namespace; "comment" for what is not an element."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else "comment"
