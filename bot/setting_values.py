"""Reads the values of settings. Each reader raises SettingError, which says what to write."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from urllib.parse import urlsplit


class SettingError(ValueError):
    """A setting has a value that cannot be used; the message says which and what to write."""


def port(raw: Mapping[str, str], name: str) -> int:
    text = raw[name]
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise SettingError(f"{name}={text!r}: write a port number between 1 and 65535")
    return int(text)


def optional_port(raw: Mapping[str, str], name: str) -> int | None:
    return port(raw, name) if raw[name] else None


def count(raw: Mapping[str, str], name: str) -> int:
    text = raw[name]
    if not text.isdecimal() or not 1 <= int(text) <= 1_000_000:
        raise SettingError(f"{name}={text!r}: write a whole number, 1 or more")
    return int(text)


def public_url(raw: Mapping[str, str], name: str) -> str | None:
    """The page asks for its files at the root of its host: the address has no path."""
    text = raw[name].rstrip("/")
    if text and not _is_host_only(text):
        raise SettingError(f"{name}={raw[name]!r}: write https:// and a host, without a path")
    return text or None


def origins(raw: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_origin(text, name) for text in raw[name].split()))


def _origin(text: str, name: str) -> str:
    """As browsers write an origin: small letters, no port where it is the usual one.

    A site without https could be changed on its way, and the widget with it; only this machine
    may do without.
    """
    url = urlsplit(text) if _is_host_only(text) else None
    if url is None or (url.scheme == "http" and not is_this_machine(url.hostname)):
        raise SettingError(
            f"{name}: {text!r} is no origin; write https:// and a host, without a path, "
            "spaces between several"
        )
    usual = {"https": ":443", "http": ":80"}[url.scheme]
    return f"{url.scheme}://{url.netloc.lower().removesuffix(usual)}"


def _is_host_only(text: str) -> bool:
    """Whether the address is a scheme, a host in ASCII and perhaps a port, and nothing else."""
    if not re.fullmatch(r"https?://([A-Za-z0-9.-]+|\[[0-9a-fA-F:.]+\])(:[0-9]{1,5})?", text):
        return False
    try:
        url = urlsplit(text)
        return bool(url.hostname) and url.port != 0
    except ValueError:
        return False


def is_this_machine(host: str | None) -> bool:
    """Whether a host is written as this machine's own: localhost, or a loopback address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host or "").is_loopback
    except ValueError:
        return False


def networks(raw: Mapping[str, str], name: str) -> tuple[str, ...]:
    """Addresses and networks. The whole world is refused: anybody could then write who they are."""
    for text in raw[name].split():
        try:
            is_whole_world = ipaddress.ip_network(text).prefixlen == 0
        except ValueError:
            is_whole_world = True
        if is_whole_world:
            raise SettingError(
                f"{name}: {text!r} is no address of a proxy; write 10.0.0.5, fd00::5 or "
                "10.0.0.0/24, spaces between several"
            )
    return tuple(raw[name].split())


def switch(raw: Mapping[str, str], name: str) -> bool:
    return one_of(raw, name, ("on", "off")) == "on"


def one_of(raw: Mapping[str, str], name: str, words: tuple[str, ...]) -> str:
    text = raw[name].lower()
    if text not in words:
        raise SettingError(f"{name}={raw[name]!r}: write {' or '.join(words)}")
    return text


def key(raw: Mapping[str, str], name: str) -> str | None:
    """A key travels in a header: anything but visible ASCII was pasted wrongly."""
    text = raw[name]
    if not text.isascii() or not text.isprintable() or " " in text:
        raise SettingError(f"{name}: the key has a space or a character that no key has")
    return text or None


def https(raw: Mapping[str, str], name: str) -> str:
    """Keys and addresses go there: https, or this machine (for tests and local proxies)."""
    url = urlsplit(raw[name])
    here = url.scheme == "http" and is_this_machine(url.hostname)
    if not (here or (url.scheme == "https" and url.hostname)):
        raise SettingError(f"{name}={raw[name]!r}: write an address that begins with https://")
    return raw[name].rstrip("/")
