"""The headers of every page, exact (security.md 8). No cookie, no server name, nothing that calls another host."""

from typing import Final
from urllib.parse import urlsplit

_PERMISSIONS: Final = (
    "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), clipboard-read=(), display-capture=(), "
    "geolocation=(), gyroscope=(), hid=(), idle-detection=(), interest-cohort=(), keyboard-map=(), local-fonts=(), "
    "magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(self), "
    "serial=(), usb=(), xr-spatial-tracking=()"
)


def content_security_policy(address: str) -> str:
    """The policy. The socket's host comes from the settings, never from a request: older Safari needs it by name."""
    parts = urlsplit(address)
    socket = f"{'wss' if parts.scheme == 'https' else 'ws'}://{parts.netloc}"
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        f"connect-src 'self' {socket}; manifest-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def page_headers(address: str) -> tuple[tuple[str, str], ...]:
    """What every answer over HTTP carries, pages and assets alike.

    Args:
        address: where people reach this server, such as `https://circle.example.org`.
    """
    headers = [
        ("Content-Security-Policy", content_security_policy(address)),
        ("Referrer-Policy", "no-referrer"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Embedder-Policy", "require-corp"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", _PERMISSIONS),
        ("X-Robots-Tag", "noindex, nofollow, noarchive"),
    ]
    host = urlsplit(address).hostname or ""
    if address.startswith("https://") and not host.endswith(".onion"):
        headers.append(("Strict-Transport-Security", "max-age=63072000; includeSubDomains"))
    return tuple(headers)
