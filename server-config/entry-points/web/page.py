"""What the entry point says itself: which servers there are, and how to start one."""

from html import escape

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>%(title)s · Carme</title>
<style>
body { margin: 0 auto; max-width: 44rem; padding: 8vh 1.25rem 2rem; font: 1rem/1.5 system-ui, sans-serif; }
h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 1.25; }
h2 { margin: 2rem 0 .5rem; font-size: 1.1rem; }
ul { padding: 0; list-style: none; }
li { padding: .5rem 0; border-top: 1px solid color-mix(in srgb, currentColor 20%%, transparent); }
a { color: light-dark(#0f6b6b, #6fc7c4); }
pre { overflow-x: auto; padding: .75rem; border: 1px solid color-mix(in srgb, currentColor 20%%, transparent); border-radius: 6px; }
</style>
</head>
<body>
<h1>%(title)s</h1>
%(text)s
<h2>Start one</h2>
<p>In a terminal of this job, with a socket that is yours alone:</p>
<pre>gunicorn --bind unix:%(folder)s/my-app my_app:app</pre>
<p>or on a port of the loopback interface, where every account on this node can reach it too, so ask for a password there
if that matters:</p>
<pre>python3 -m http.server --bind 127.0.0.1 8000</pre>
<p>Then reload this page.</p>
</body>
</html>
"""


def overview(writer, folder, ports, sockets):
    names = [str(port) for port in ports] + sockets
    items = "".join('<li><a href="%s/">%s</a></li>' % (escape(name), escape(name)) for name in names)
    send(writer, "200 OK", "Your servers on this node", "<ul>%s</ul>" % items if items else "<p>None of your programs listens here.</p>", folder)


def missing(writer, name, base, folder):
    text = "<p>No program of yours listens there. <a href=\"%s/\">What runs</a></p>" % escape(base)
    send(writer, "404 Not Found", "Nothing at %s" % escape(name), text, folder)


def send(writer, status, title, text, folder):
    content = PAGE % {"title": title, "text": text, "folder": escape(folder)}
    respond(writer, status, "Content-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\n", content.encode())


def respond(writer, status, headers="", content=b""):
    writer.write(("HTTP/1.1 %s\r\nContent-Security-Policy: %s\r\nX-Content-Type-Options: nosniff\r\n%s"
                  "Connection: close\r\nContent-Length: %d\r\n\r\n" % (status, POLICY, headers, len(content))).encode() + content)
