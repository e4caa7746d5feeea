"""Small folders of content for tests, as guidance/content is laid out."""

PUBLISHERS = '[[publishers]]\nslug = "prove"\nname = "Prøveutgiveren"\n'
ABOUT = """kind = "{kind}"
publisher = "prove"
owner = "Prøveredaksjonen"
themes = ["slt"]
reviewed_on = 2026-11-30
review_on = 2027-11-30
{more}
[nb]
title = "Prøve {key}"
slug = "{key}"
summary = "En prøve."

[nn]
title = "Prøve {key} på nynorsk"
slug = "{key}-nn"
summary = "Ein prøve."

[[sources]]
title = "En kilde"
url = "https://kilde.example/"
"""


def make_content(folder, *keys):
    """A folder of content with these resources, in both målformer."""
    (folder / "publishers.toml").write_text(PUBLISHERS)
    for key in keys:
        make_folder(folder, key)
    return folder


def make_folder(folder, key, kind="article", more=""):
    path = folder / key
    path.mkdir(exist_ok=True)
    (path / "about.toml").write_text(ABOUT.format(key=key, kind=kind, more=more))
    for language in ("nb", "nn"):
        (path / f"{language}.md").write_text(f"## Om {key}\n\nEn tekst.\n")
    return path


def replace_in(file, old, new):
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))
