// Documents that were cut, mangled or made to hurt: the loader answers, soon, with places that exist in the text, and
// nothing of what it takes for code is lost or made up.
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <array>
#include <random>

#include "lesson_test.h"
#include "lessons/hints.h"
#include "lessons/program.h"
#include "lessons/prose.h"

using namespace loopline::lessons;
using namespace loopline::lessons::test;

class MangledDocumentsTest : public QObject {
  Q_OBJECT

 private slots:
  void lines_moved_about_are_answered_data();
  void lines_moved_about_are_answered();
  void bytes_changed_at_random_are_answered_data();
  void bytes_changed_at_random_are_answered();
  void hurtful_documents_are_answered_soon_data();
  void hurtful_documents_are_answered_soon();
};

namespace {

constexpr std::array<const char*, 3> names{"x.md", "x.rst", "x.txt"};

const std::string post =
    "---\nlayout: post\n---\n# Loops\n\nFirst:\n\n```python\nimport asyncio\nasync def a():\n    print('a')\n```\n\n"
    "Then `await` it:\n\n    await a()\n\n>>> x = 1\n>>> def f():\n...     return x\n...\n>>> f()\n1\n\n"
    "{% highlight python %}\nasyncio.run(a())\n{% endhighlight %}\n\n1. item\n\n   ```py\n   print(1)\n   ```\n\n> "
    "quoted\n";
const std::string manual =
    "Title\n=====\n\n.. note::\n\n   Use :func:`run`::\n\n      import asyncio\n      asyncio.run(main())\n\n"
    ".. code-block:: python3\n   :linenos:\n\n   async def main():\n       await asyncio.sleep(1)\n\n.. doctest::\n\n"
    "   >>> main\n   <function main at 0x1>\n\n.. comment\n   x = f(1)\n\nMore `links <https://x.org>`_.\n";
const std::string mail =
    "Hello,\n\nI tried this:\n\nimport asyncio\n\nasync def b():\n    text = '''\nfree\n'''\n    await "
    "asyncio.sleep(1)\n\n"
    "# and run it\nloop = asyncio.get_event_loop()\nloop.run_until_complete(b())\n\nIn [1]: b()\nOut[1]: "
    "<coroutine>\n\n"
    "Note: this works.\n\n  for i in range(3):\n      print(i)\n\nBye\n";

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    lines.push_back(text.substr(at, end - at));
    at = end;
  }
  return lines;
}

long count_lines(const std::string& text) { return std::count(text.begin(), text.end(), '\n'); }

QString flaw_of(const std::string& bytes, const char* name) {
  const Loaded loaded = load_lesson(bytes, name);
  if (!loaded.lesson) return has_errors(loaded.diagnostics) ? QString() : QString("refused without a reason");
  const Lesson& l = *loaded.lesson;
  const int last = int(lines_of(l.text).size());
  int before = 0;
  for (const Segment& segment : l.segments) {
    if (segment.first_line <= before || segment.last_line < segment.first_line || segment.last_line > last) {
      return QString("segments overlap at line %1").arg(segment.first_line);
    }
    before = segment.last_line;
  }
  for (const Scenario& s : l.scenarios) {
    if (count_lines(s.code) != count_lines(s.shown)) return "the shown code has other lines";
    if (!s.origins.empty() && long(s.origins.size()) != count_lines(s.code)) return "lines without an origin";
    const int lines = int(count_lines(s.code));
    for (int line = 1; line <= lines; ++line) {
      const Position at = in_file(s, {line, 1});
      if (at.line < 1 || at.line > last) return QString("line %1 of %2 is nowhere").arg(line).arg(text(s.name.text));
    }
    for (const SessionInput& input : s.inputs) {
      if (input.line < 1 || input.last_line < input.line) return "an input without lines";
    }
    session_difference(s, "x\n");
  }
  hints_of(l);
  render_html(l);
  return {};
}

void document_rows() {
  QTest::addColumn<QByteArray>("document");
  for (const std::string* each : {&post, &manual, &mail}) {
    QTest::newRow(each == &post ? "post" : each == &manual ? "manual" : "mail") << QByteArray::fromStdString(*each);
  }
}

}  // namespace

void MangledDocumentsTest::lines_moved_about_are_answered_data() { document_rows(); }

void MangledDocumentsTest::lines_moved_about_are_answered() {
  QFETCH(QByteArray, document);
  static constexpr std::array<std::string_view, 20> intruders{
      ">>> x = (\n", ">>>\n",    "...\n",    "... y\n",       "   ...: \n", "In [2]: z\n", "::\n",
      ".. code::\n", "'''\n",    "\"\"\"\n", "    @f\n",      "@f\n",       "def g(:\n",   "if x:\n",
      "else:\n",     "[code]\n", "<pre>\n",  "</code></pre>", "\t\n",       ".. \n"};
  const std::vector<std::string> all = lines_of(document.toStdString());
  std::mt19937 random(3);
  const auto below = [&random](std::size_t limit) { return std::size_t(random() % limit); };
  for (int round = 0; round < 120; ++round) {
    std::vector<std::string> lines = all;
    for (std::size_t change = 0, count = 1 + below(5); change < count; ++change) {
      const std::size_t at = below(lines.size());
      switch (below(4)) {
        case 0: lines.erase(lines.begin() + std::ptrdiff_t(at)); break;
        case 1: std::swap(lines[at], lines[below(lines.size())]); break;
        case 2: lines[at].insert(0, below(6) + 1, ' '); break;
        default: lines.insert(lines.begin() + std::ptrdiff_t(at), std::string(intruders[below(intruders.size())]));
      }
    }
    std::string mangled;
    for (const std::string& line : lines) mangled += line;
    for (const char* name : names) {
      const QString flaw = flaw_of(mangled, name);
      QVERIFY2(flaw.isEmpty(), qPrintable(QString("round %1 as %2: %3\n%4").arg(round).arg(name, flaw, text(mangled))));
    }
  }
}

void MangledDocumentsTest::bytes_changed_at_random_are_answered_data() { document_rows(); }

void MangledDocumentsTest::bytes_changed_at_random_are_answered() {
  QFETCH(QByteArray, document);
  static constexpr std::string_view bytes = "`~-:#'\"[]{}()>|\\ \t\n\r&*!%@,?=.0a>>>\xC3\xFF";
  std::mt19937 random(4);
  for (int round = 0; round < 100; ++round) {
    std::string mangled = document.toStdString();
    for (int change = 0; change < 6; ++change) mangled[random() % mangled.size()] = bytes[random() % bytes.size()];
    for (const char* name : names) {
      const QString flaw = flaw_of(mangled, name);
      QVERIFY2(flaw.isEmpty(), qPrintable(QString("round %1 as %2: %3\n%4").arg(round).arg(name, flaw, text(mangled))));
    }
  }
}

namespace {

std::string repeated(std::string_view part, std::size_t size = std::size_t{1} << 15) {
  std::string all;
  while (all.size() + part.size() <= size) all += part;
  return all;
}

std::string chain(int count) {
  std::string all;
  for (int i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    all += "```python\ndef f" + number + "():\n    return f" + std::to_string(i - 1) + "()\nf" + number + "()\n```\n";
  }
  return all;
}

}  // namespace

void MangledDocumentsTest::hurtful_documents_are_answered_soon_data() {
  QTest::addColumn<QByteArray>("document");
  const auto row = [](const char* name, const std::string& text) {
    QTest::newRow(name) << QByteArray::fromStdString(text);
  };
  row("many prompts", repeated(">>> x\n"));
  row("many prompts apart", repeated(">>> x\n\n"));
  row("many continuations", ">>> (\n" + repeated("... x\n"));
  row("many open brackets", repeated("x(\n"));
  row("many open strings", repeated("x = '''\n"));
  row("many heads", repeated("if a:\n"));
  row("many heads, deeper and deeper", [] {
    std::string all;
    for (std::size_t depth = 0; depth < 700; ++depth) all += std::string(depth, ' ') + "if a:\n";
    return all;
  }());
  row("many decorators", repeated("@f\n"));
  row("many statements apart", repeated("x = f(1)\n\nprose here\n\n"));
  row("many functions", repeated("def f():\n\n    g()\n\n"));
  row("many literals", repeated("a::\n\n  b()\n\nc\n"));
  row("many directives", repeated(".. code::\n\n   b()\n\n"));
  row("many comments", repeated("..\n  b\n"));
  row("many titles", repeated("a\n===\n"));
  row("many indented blocks", repeated("a\n\n    b()\n\n"));
  row("many tags", repeated("{% highlight python %}\nf()\n{% endhighlight %}\n"));
  row("many tags that stay open", repeated("{% highlight python %}\nf()\n"));
  row("many pages", repeated("<pre><code class=\"language-python\">f()\n</code></pre>\n"));
  row("many pages that stay open", repeated("<pre><code class=\"language-python\">f()\n"));
  row("many quoted lines", repeated("> f()\n"));
  row("many quotes apart", repeated("> f()\n> g()\n\nprose\n\n"));
  row("many quote marks", repeated(">", 30000) + " f()\n> g()\n");
  row("many numbered lines", [] {
    std::string all;
    for (int line = 1; line < 4000; ++line) all += std::to_string(line) + " f()\n";
    return all;
  }());
  row("many dots", ">>> x\n" + repeated("...a...b", 20000) + "\n");
  row("many blocks that need each other", chain(300));
  row("one long line of calls", repeated("f()", 30000));
}

void MangledDocumentsTest::hurtful_documents_are_answered_soon() {
  QFETCH(QByteArray, document);
  for (const char* name : names) {
    QElapsedTimer timer;
    timer.start();
    const QString flaw = flaw_of(document.toStdString(), name);
    QVERIFY2(flaw.isEmpty(), qPrintable(flaw.left(300)));
    QVERIFY2(timer.elapsed() < 20000, qPrintable(QString("%1 ms as %2").arg(timer.elapsed()).arg(name)));
    if (qEnvironmentVariableIsSet("LOOPLINE_SHOW_TIMES"))
      qInfo("%s %lld ms", name, static_cast<long long>(timer.elapsed()));
  }
}

QTEST_APPLESS_MAIN(MangledDocumentsTest)
#include "mangled_documents_test.moc"
