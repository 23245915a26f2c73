"""What a page may load and do: the Content-Security-Policy that stands in its head.

A static host sends no headers of its own, so the policy is a `<meta>`. It can therefore not say
who may put the page in a frame (https://www.w3.org/TR/CSP3/#meta-element).
"""

_OWN = "'self'"
_RULES = (
    ("default-src", "'none'"),
    ("script-src", _OWN, "'wasm-unsafe-eval'"),  # Pagefind searches with WebAssembly
    ("style-src", _OWN),
    ("img-src", _OWN),
    ("font-src", _OWN),
    ("connect-src", _OWN),
    ("media-src", _OWN),
    ("form-action", _OWN),
    ("base-uri", "'none'"),
)

POLICY = "; ".join(" ".join(rule) for rule in _RULES)
"""Nothing from another host, no script or style within a page, no form that leads elsewhere."""
