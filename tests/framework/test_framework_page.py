from django.urls import reverse

FRAMEWORK = reverse("framework:framework")


def test_the_framework_is_read_from_outcomes_to_lines_and_measures(world, as_, django_assert_max_num_queries):
    world.framework()
    browser = as_(world.worker)
    with django_assert_max_num_queries(30):
        shown = browser.get(FRAMEWORK).content.decode()
    places = [
        shown.index(text)
        for text in (
            "People in need achieve good educational outcomes",
            'id="prosperous"',
            "Help people develop employment skills and find work",
            "Barriers to Work fund",
            'id="measures"',
            "Customer groups",
        )
    ]
    assert places == sorted(places)


def test_the_framework_is_read_in_welsh(world, as_):
    world.framework()
    shown = as_(world.worker).get(FRAMEWORK, {"language": "cy"}).content.decode()
    assert "Cronfa Rhwystrau i Waith" in shown and "Barriers to Work fund" not in shown


def test_a_framework_that_is_not_loaded_yet_says_who_loads_it(world, as_):
    assert "No framework is loaded yet." in as_(world.worker).get(FRAMEWORK).content.decode()


def test_the_public_is_asked_to_sign_in(world, client):
    assert client.get(FRAMEWORK).status_code == 302
