import plotly.graph_objects as go

from dashboard.figures.style import COLOURS, CONFIG, styled


def test_nothing_is_sent_anywhere() -> None:
    assert CONFIG["showSendToCloud"] is False
    assert CONFIG["plotlyServerURL"] == ""
    assert CONFIG["displaylogo"] is False


def test_labels_are_never_cut_and_rows_have_room() -> None:
    low, high = styled(go.Figure(), rows=2), styled(go.Figure(), rows=9)
    assert low.layout.yaxis.automargin is True
    assert high.layout.height > low.layout.height


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_colours_are_seen_on_light_and_dark() -> None:
    for colour in COLOURS:
        for ground in ("#ffffff", "#1e2024"):
            light, dark = sorted((_luminance(colour), _luminance(ground)), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 3, (colour, ground)
