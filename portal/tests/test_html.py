from portal.tests.html import invalid

PAGE = "<!DOCTYPE html>\n<html lang='nb'><head><title>Hei</title></head><body><main>{}</main></body></html>\n"


def test_the_validator_finds_what_is_wrong_and_names_the_page():
    pages = {"/good/": PAGE.format("<h1>Hei</h1>"), "/bad/": PAGE.format("<p><div>Hei</div></p>")}
    found = invalid(pages)
    assert found
    assert all(line.startswith("/bad/ 2:") for line in found)
