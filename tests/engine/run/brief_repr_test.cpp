// Values as the variables panel shows them.
#include <QTest>

#include "line_buffer.h"
#include "run_testing.h"

using namespace loopline;
using namespace loopline::run;
using namespace loopline::run::test;

class BriefReprTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void a_value_is_shown_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char* name, const char* source, const QByteArray& shown) {
      QTest::newRow(name) << QByteArray(source) << shown;
    };
    row("none", "x = None", "None");
    row("integer", "x = -7", "-7");
    row("large integer", "x = 2 ** 70", "1180591620717411303424");
    row("huge integer", "x = 1 << 5000", "<int of 5001 bits>");
    row("float", "x = 0.1 + 0.2", "0.30000000000000004");
    row("text", "x = \"it's\"", "\"it's\"");
    row("long text", "x = 'é' * 1000", QByteArray("'") + QByteArray("é").repeated(119) + "…");
    row("bytes", "x = b'a\\x00'", "b'a\\x00'");
    row("list", "x = [1, 'a', [2.5, None]]", "[1, 'a', [2.5, None]]");
    row("tuples", "x = (), (1,), (1, 2)", "((), (1,), (1, 2))");
    row("dictionary", "x = {'a': 1, 2: [3]}", "{'a': 1, 2: [3]}");
    row("sets", "x = [set(), {3, 1, 2}, frozenset([1])]", "[set(), {1, 2, 3}, frozenset({1})]");
    row("range", "x = range(3)", "range(0, 3)");
    row("itself", "x = []\nx.append(x)", "[[[[[…]]]]]");
    row("long list", "x = list(range(1000))",
        "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, "
        "29, "
        "30, 31, 3…");
    row("exception", "x = ValueError('no', 3)", "ValueError('no', 3)");
    row("function", "def f(): pass\nx = f", "<function f>");
    row("class", "class C: pass\nx = C", "<class C>");
    row("object", "class C: pass\nx = C()", "<C object>");
    row("attributes", "class C: pass\nx = C()\nx.a = 1\nx.b = 'y'", "<C a=1, b='y'>");
    row("derived", "class L(list): pass\nx = L([1, 2])", "L([1, 2])");
    row("generator", "def g():\n    yield\nx = g()", "<generator g>");
    row("method", "class C:\n    def m(self): pass\nx = C().m", "<method C.m>");
    row("future", "import asyncio\nl = asyncio.new_event_loop()\nx = l.create_future()", "<Future pending>");
    row("lock", "import asyncio\nx = asyncio.Lock()", "<Lock unlocked>");
    row("event", "import asyncio\nx = asyncio.Event()\nx.set()", "<Event set>");
    row("queue", "import asyncio\nx = asyncio.Queue()\nx.put_nowait(5)", "<Queue of 1>");
  }
  void a_value_is_shown() {
    QFETCH(QByteArray, source);
    QFETCH(QByteArray, shown);
    const Recorded recorded = record(settings_for(source.toStdString()));
    QCOMPARE(recorded.outcome.message, std::string());
    QByteArray last;
    for (const std::string& line : script_lines(recorded.data)) {
      constexpr std::string_view kBegin = "variable 1 x = ";
      if (line.starts_with(kBegin)) last = QByteArray::fromStdString(line.substr(kBegin.size()));
    }
    QCOMPARE(last, shown);
  }

  void what_is_written_becomes_lines() {
    LineBuffer lines;
    std::vector<std::string> complete;
    const auto line = [&](std::string_view text) { complete.emplace_back(text); };
    lines.write("a", line);
    QVERIFY(lines.has_part());
    QCOMPARE(lines.take_part(), std::string("a"));
    QVERIFY(!lines.has_part());
    lines.write("b\nc\n\nd", line);
    QCOMPARE(complete, (std::vector<std::string>{"ab", "c", ""}));
    QCOMPARE(lines.take_part(), std::string("d"));
    QCOMPARE(lines.take_rest(), std::string("d"));
    QCOMPARE(lines.take_rest(), std::string());
  }
};

QTEST_APPLESS_MAIN(BriefReprTest)
#include "brief_repr_test.moc"
