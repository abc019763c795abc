"""The choices in .streamlit/config.toml that a runner's privacy and eyes depend on."""

import tomllib

from streamlit.web.server.app_discovery import discover_asgi_app

from ironstride.charts import theme
from ironstride.settings import PROJECT
from tests.contrast import MARK, TEXT, contrast, over

CONFIG = PROJECT / ".streamlit" / "config.toml"
CAPTION, TINT = 0.6, 0.1  # how strong Streamlit draws text of captions, grounds of what is chosen
CHOSEN = tomllib.loads(CONFIG.read_text(encoding="utf-8"))


def test_the_server_answers_this_machine_only_and_tells_nobody() -> None:
    assert CHOSEN["server"]["address"] == "127.0.0.1"
    assert set(CHOSEN["server"]["allowedHosts"]) == {"localhost", "127.0.0.1"}
    assert CHOSEN["browser"]["gatherUsageStats"] is False
    assert "//" not in CONFIG.read_text(encoding="utf-8")


def test_other_sites_get_nothing_in_and_nothing_too_large_comes_in() -> None:
    assert CHOSEN["server"]["enableXsrfProtection"] is True
    assert CHOSEN["server"]["enableCORS"] is True
    assert not {"corsAllowedOrigins", "enableAgentApi", "enableStaticServing"} & set(
        CHOSEN["server"]
    )
    largest = CHOSEN["server"]["maxUploadSize"]
    assert largest <= 510  # the field rounds anything above to 1 GB
    assert f"up to {largest} MB" in " ".join((PROJECT / "README.md").read_text().split())


def test_no_table_is_written_as_csv_by_streamlit_which_leaves_formulas_as_they_are() -> None:
    assert CHOSEN["client"]["disableDataExport"] is True


def test_a_fault_shows_no_details_and_no_links_to_other_sites() -> None:
    assert CHOSEN["client"]["showErrorDetails"] == "none"
    assert CHOSEN["client"]["showErrorLinks"] is False


def test_the_screen_has_the_colours_of_the_charts() -> None:
    assert tuple(CHOSEN["theme"]["chartCategoricalColors"]) == theme.CATEGORIES


def test_text_stands_out_from_its_background_in_both_themes() -> None:
    for name in ("light", "dark"):
        chosen = CHOSEN["theme"][name]
        for text in ("textColor", "linkColor"):
            for ground in ("backgroundColor", "secondaryBackgroundColor"):
                assert contrast(chosen[text], chosen[ground]) >= TEXT, (name, text, ground)


def test_captions_can_be_read_in_both_themes() -> None:
    for name in ("light", "dark"):
        chosen = CHOSEN["theme"][name]
        caption = over(chosen["textColor"], chosen["backgroundColor"], CAPTION)
        assert contrast(caption, chosen["backgroundColor"]) >= TEXT, name


def test_what_is_chosen_can_be_read_in_both_themes() -> None:
    for name in ("light", "dark"):
        primary, ground = (
            CHOSEN["theme"][name]["primaryColor"],
            CHOSEN["theme"][name]["backgroundColor"],
        )
        assert contrast(primary, over(primary, ground, TINT)) >= TEXT, name
        # Streamlit writes white on its primary buttons, whatever the theme; on a dark ground no
        # colour reaches 4.5 both under white and on a tint of itself.
        assert contrast("#ffffff", primary) >= (TEXT if name == "light" else MARK), name


def test_streamlit_finds_the_launcher_and_no_pages_beside_the_router() -> None:
    assert discover_asgi_app(PROJECT / "app.py").import_string == "app:app"
    assert not (PROJECT / "lib" / "pages").exists()
