import base64
import hashlib
import re

import pytest

from ironstride.web.headers import content_policy
from ironstride.web.installed import INDEX
from tests.web.asgi import ask


@pytest.mark.parametrize("path", ["/", "/running", "/static/css/none.css"])
def test_every_answer_carries_the_security_headers(path: str) -> None:
    headers = ask(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert "default-src 'self'" in headers["content-security-policy"]


def test_the_policy_allows_the_installed_pages_own_script_by_its_hash() -> None:
    page = INDEX.read_text(encoding="utf-8")
    inline = re.search(r"<script>(.*?)</script>", page, re.DOTALL)
    assert inline
    digest = base64.b64encode(hashlib.sha256(inline[1].encode()).digest()).decode()
    assert _sources(ask("/").headers["content-security-policy"])["script-src"] == [
        "'self'",
        f"'sha256-{digest}'",
    ]


def test_the_policy_names_no_other_host_and_no_eval() -> None:
    sources = _sources(ask("/").headers["content-security-policy"])
    assert sources["connect-src"] == ["'self'"]
    assert sources["frame-ancestors"] == ["'none'"]
    every = {source for named in sources.values() for source in named}
    assert not {source for source in every if "eval" in source or "//" in source or "*" in source}
    assert "'unsafe-inline'" not in sources["script-src"]


def test_two_inline_scripts_are_both_allowed_and_a_script_in_a_comment_is_not() -> None:
    page = "<script>a < b</script><!--<script>c</script>--><SCRIPT type='module'>d&amp;</SCRIPT>"
    assert len(_sources(content_policy(page))["script-src"]) == 3


def _sources(policy: str) -> dict[str, list[str]]:
    return {rule.split()[0]: rule.split()[1:] for rule in policy.split("; ")}
