"""What hosts answer when nobody says so: sites that tutorials ask, and pages made up from the URL for all others."""

import json

from _hosts import Answer

_JSON = "application/json; charset=utf-8"
_WORDS = ("delectus aut autem quis ut nam facilis et officia qui fugiat veniam minus et porro voluptatem illo "
          "expedita consequatur quia nostrum rerum est autem sunt rem eveniet").split()
_NAMES = (("Leanne Graham", "Bret"), ("Ervin Howell", "Antonette"), ("Clementine Bauch", "Samantha"),
          ("Patricia Lebsack", "Karianne"), ("Chelsey Dietrich", "Kamren"), ("Dennis Schulist", "Leopoldo"),
          ("Kurtis Weissnat", "Elwyn"), ("Nicholas Runolfsdottir", "Maxime"), ("Glenna Reichert", "Delphine"),
          ("Clementina DuBuque", "Moriah"))
_POKEMON = ("bulbasaur ivysaur venusaur charmander charmeleon charizard squirtle wartortle blastoise caterpie metapod "
            "butterfree weedle kakuna beedrill pidgey pidgeotto pidgeot rattata raticate spearow fearow ekans arbok "
            "pikachu raichu").split()


def _number_of(text):
    number = 7
    for each in text.encode():
        number = (number * 131 + each) % 1000003
    return number


def _as_json(url, value, status=200, seconds=None):
    return Answer(url, status, json.dumps(value, indent=2), _JSON, seconds)


def _query(path):
    from urllib.parse import parse_qsl

    return dict(parse_qsl(path.partition("?")[2], keep_blank_values=True))


def answer(method, url, host, path, headers, body):
    host = host.removeprefix("www.")
    for names, site in _SITES:
        if any([host == name or host.endswith("." + name) for name in names]):
            made = site(method, url, path, headers, body)
            if made is not None:
                return made
    parts = [part for part in path.partition("?")[0].split("/") if part]
    if len(parts) >= 2 and parts[-2] == "delay" and parts[-1].replace(".", "", 1).isdigit():
        return _page(url, host, parts, float(parts[-1]))
    if len(parts) >= 2 and parts[-2] == "status" and parts[-1].isdigit():
        return Answer(url, int(parts[-1]), "", "text/plain")
    if host.startswith("api.") or "api" in parts or path.endswith(".json") or "json" in headers.get("Accept", ""):
        return _as_json(url, {"url": url, "id": _number_of(url) % 1000, "name": parts[-1] if parts else host,
                              "status": "ok"}, 201 if method == "POST" else 200)
    if path.endswith((".jpg", ".jpeg", ".png", ".gif", ".pdf", ".zip", ".iso", ".mp4", ".bin", ".tar.gz")):
        kind = "image/" + path.rpartition(".")[2] if path.endswith((".jpg", ".jpeg", ".png", ".gif")) else \
            "application/octet-stream"
        return Answer(url, 200, bytes([_number_of(url) % 256]) * (20000 + _number_of(url) % 180000), kind)
    return _page(url, host, parts)


def _page(url, host, parts, seconds=None):
    title = {"example.com": "Example Domain", "python.org": "Welcome to Python.org"}.get(
        host, " ".join(parts) or host)
    number = _number_of(url)
    filler = "This page was made up from its address. " * (12 + number % 160)
    text = (f"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n</head>\n"
            f"<body>\n<h1>{title}</h1>\n<p>{filler}</p>\n<a href=\"/about\">About</a>\n</body>\n</html>\n")
    return Answer(url, 200, text, seconds=seconds)


def _httpbin(method, url, path, headers, body):
    parts = [part for part in path.partition("?")[0].split("/") if part] or [""]
    first, rest = parts[0], parts[1:]
    args = _query(path)
    echo = {"args": args, "headers": dict(headers), "origin": "192.0.2.1", "url": url}
    if first in ("post", "put", "patch", "delete", "anything"):
        text = body.decode("utf-8", "replace")
        kind = headers.get("Content-Type", "")
        form = "form-urlencoded" in kind
        parsed = None
        if "json" in kind and text:
            try:
                parsed = json.loads(text)
            except ValueError:
                pass
        echo = {"args": args, "data": "" if form else text, "files": {}, "form": _query("?" + text) if form else {},
                "headers": dict(headers), "json": parsed, "origin": "192.0.2.1", "url": url}
        if first == "anything":
            echo["method"] = method
    if first in ("get", "post", "put", "patch", "delete", "anything"):
        if first not in ("anything", method.lower()):
            return Answer(url, 405, "Method Not Allowed", "text/plain")
        return _as_json(url, echo)
    if first == "delay" and rest:
        return _as_json(url, echo, seconds=min(10.0, float(rest[0])) + 0.1)
    if first == "status" and rest:
        return Answer(url, int(rest[0].partition(",")[0]), "", "text/html; charset=utf-8")
    if first in ("redirect", "relative-redirect", "absolute-redirect") and rest:
        n = int(rest[0])
        return Answer(url, 302, "", headers=[("Location", f"/redirect/{n - 1}" if n > 1 else "/get")])
    if first == "redirect-to":
        return Answer(url, 302, "", headers=[("Location", args.get("url", "/get"))])
    if first == "uuid":
        digits = f"{_number_of(url + str(_count())):032x}"[::-1]
        return _as_json(url, {"uuid": f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-8{digits[17:20]}-{digits[20:]}"})
    if first == "bytes" and rest or first == "range" and rest or first == "stream-bytes" and rest:
        count = int(rest[0])
        return Answer(url, 200, (bytes(range(256)) * (count // 256 + 1))[:count], "application/octet-stream")
    if first == "stream" and rest:
        return Answer(url, 200, "".join([json.dumps({**echo, "id": n}) + "\n" for n in range(int(rest[0]))]), _JSON)
    if first == "basic-auth" and len(rest) == 2:
        import base64

        right = "Basic " + base64.b64encode(":".join(rest).encode()).decode()
        if headers.get("Authorization") != right:
            return Answer(url, 401, "", headers=[("WWW-Authenticate", 'Basic realm="Fake Realm"')])
        return _as_json(url, {"authenticated": True, "user": rest[0]})
    simple = {"ip": {"origin": "192.0.2.1"}, "headers": {"headers": dict(headers)},
              "user-agent": {"user-agent": headers.get("User-Agent")}, "cookies": {"cookies": {}},
              "json": {"slideshow": {"author": "Yours Truly", "date": "date of publication", "slides": [
                  {"title": "Wake up to WonderWidgets!", "type": "all"}], "title": "Sample Slide Show"}}}
    return _as_json(url, simple[first]) if first in simple else None


_calls = []


def _count():
    _calls.append(None)
    return len(_calls)


def _title(number, words):
    return " ".join([_WORDS[(number * 7 + n * 3) % len(_WORDS)] for n in range(words)])


def _record(kind, n):
    if kind == "todos":
        return {"userId": (n - 1) // 20 + 1, "id": n, "title": _title(n, 4), "completed": n % 4 == 0}
    if kind == "posts":
        return {"userId": (n - 1) // 10 + 1, "id": n, "title": _title(n, 6), "body": _title(n + 1, 12)}
    if kind == "users":
        name, user = _NAMES[(n - 1) % 10]
        return {"id": n, "name": name, "username": user, "email": f"{user}@example.com".lower(),
                "phone": f"555-{n:04}", "website": f"{user.lower()}.example.org",
                "company": {"name": name.split()[1] + " Group"}, "address": {"city": "Gwenborough"}}
    if kind == "comments":
        return {"postId": (n - 1) // 5 + 1, "id": n, "name": _title(n, 4), "email": f"reader{n}@example.com",
                "body": _title(n + 2, 10)}
    if kind == "albums":
        return {"userId": (n - 1) // 10 + 1, "id": n, "title": _title(n, 4)}
    return {"albumId": (n - 1) // 50 + 1, "id": n, "title": _title(n, 5), "url": f"https://via.placeholder.com/600/{n}",
            "thumbnailUrl": f"https://via.placeholder.com/150/{n}"}


_COUNTS = {"todos": 200, "posts": 100, "users": 10, "comments": 500, "albums": 100, "photos": 500}


def _placeholder(method, url, path, headers, body):
    parts = [part for part in path.partition("?")[0].split("/") if part]
    if not parts or parts[0] not in _COUNTS:
        return None
    kind, count = parts[0], _COUNTS[parts[0]]
    if method in ("POST", "PUT", "PATCH"):
        try:
            sent = json.loads(body)
        except ValueError:
            sent = _query("?" + body.decode("utf-8", "replace"))
        number = int(parts[1]) if len(parts) > 1 else count + 1
        return _as_json(url, {**(sent if isinstance(sent, dict) else {}), "id": number}, 201 if method == "POST" else 200)
    if method == "DELETE":
        return _as_json(url, {})
    if len(parts) == 1:
        wanted = _query(path)
        records = [_record(kind, n) for n in range(1, count + 1)]
        limit = wanted.pop("_limit", None)
        for key, value in wanted.items():
            records = [each for each in records if str(each.get(key, value)) == value]
        return _as_json(url, records[:int(limit)] if limit else records)
    if not parts[1].isdigit() or not 1 <= int(parts[1]) <= count:
        return _as_json(url, {}, 404)
    if len(parts) > 2 and parts[2] in _COUNTS:
        return _as_json(url, [_record(parts[2], int(parts[1]) * 5 - 4 + n) for n in range(5)])
    return _as_json(url, _record(kind, int(parts[1])))


def _github(method, url, path, headers, body):
    parts = [part for part in path.partition("?")[0].split("/") if part]
    if not parts:
        return _as_json(url, {"current_user_url": "https://api.github.com/user"})
    if parts[0] == "events":
        return _as_json(url, [{"id": str(20000000000 + n), "type": "PushEvent", "actor": {"login": user.lower()},
                               "repo": {"name": f"{user.lower()}/project"}, "public": True}
                              for n, (name, user) in enumerate(_NAMES)])
    if parts[0] == "users" and len(parts) == 2:
        n = _number_of(parts[1])
        return _as_json(url, {"login": parts[1], "id": n, "type": "User", "name": parts[1].title(), "public_repos": n % 90,
                              "followers": n % 5000, "following": n % 70, "url": url})
    if parts[0] == "repos" and len(parts) == 3:
        n = _number_of(path)
        return _as_json(url, {"id": n, "name": parts[2], "full_name": f"{parts[1]}/{parts[2]}", "private": False,
                              "owner": {"login": parts[1]}, "stargazers_count": n % 60000, "forks_count": n % 9000,
                              "open_issues_count": n % 900, "language": "Python", "description": f"{parts[2]} itself"})
    return None


def _pokeapi(method, url, path, headers, body):
    parts = [part for part in path.partition("?")[0].split("/") if part]
    if len(parts) < 4 or parts[2] != "pokemon":
        return None
    if parts[3].isdigit():
        n = int(parts[3])
    else:
        n = _POKEMON.index(parts[3]) + 1 if parts[3] in _POKEMON else 0
    if not 1 <= n <= 1010:
        return Answer(url, 404, "Not Found", "text/plain; charset=utf-8")
    return _as_json(url, {"id": n, "name": _POKEMON[n - 1] if n <= len(_POKEMON) else f"pokemon-{n}", "height": n % 20 + 1,
                          "weight": n * 13 % 900 + 1, "base_experience": n * 7 % 300 + 20, "order": n,
                          "types": [{"slot": 1, "type": {"name": "grass" if n < 4 else "normal"}}], "moves": []})


def _address(method, url, path, headers, body):
    if "json" in path:
        return _as_json(url, {"ip": "192.0.2.1"})
    return Answer(url, 200, "192.0.2.1", "text/plain")


def _slow(method, url, path, headers, body):
    digits = [part for part in path.replace("?", "/").replace("=", "/").split("/") if part.isdigit()]
    if not digits:
        return None
    seconds = int(digits[0]) / (1 if "seconds" in path else 1000)
    return Answer(url, 200, "ok", "text/plain", seconds)


_SITES = (
    (("httpbin.org", "httpbin.dev", "httpbingo.org", "postman-echo.com"), _httpbin),
    (("jsonplaceholder.typicode.com",), _placeholder),
    (("api.github.com",), _github),
    (("pokeapi.co",), _pokeapi),
    (("ipify.org", "ifconfig.me", "icanhazip.com", "checkip.amazonaws.com", "ipinfo.io"), _address),
    (("deelay.me", "slowwly.robertomurray.co.uk", "dummyapis.com", "mock.codes", "flash.siwalik.in"), _slow),
)
