#include <QtTest>

#include "ast_dump.h"
#include "script/syntax/parser.h"

using namespace loopline::script;

namespace {

constexpr int many = 100000;

std::string times(int count, std::string_view text) {
  std::string all;
  all.reserve(static_cast<std::size_t>(count) * text.size());
  for (int i = 0; i < count; ++i) all.append(text);
  return all;
}

QString outcome(std::string_view source) {
  const ParseResult result = parse_module(source, "case.py");
  return result ? QString("fine") : QString::fromStdString(result.diagnostic().message);
}

/// At least the height of the tree: every node opens a bracket.
int depth_of(const Tree& tree) {
  int depth = 0;
  int deepest = 0;
  for (const char c : dump(tree, false)) {
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    deepest = std::max(deepest, depth);
  }
  return deepest;
}

}  // namespace

class TestNesting : public QObject {
  Q_OBJECT

 private slots:
  void what_nests_without_end_is_refused_data() {
    QTest::addColumn<QString>("source");
    const auto row = [](const char* name, const std::string& source) {
      QTest::newRow(name) << QString::fromStdString(source);
    };
    row("signs", times(many, "-") + "1");
    row("not", times(many, "not ") + "1");
    row("attributes", "a" + times(many, ".b"));
    row("calls", "a" + times(many, "()"));
    row("subscripts", "a" + times(many, "[0]"));
    row("sums", "1" + times(many, "+1"));
    row("powers", "1" + times(many, "**1"));
    row("lambdas", times(many, "lambda: ") + "1");
    row("conditions", times(many, "1 if 1 else ") + "1");
    row("elif", "if 1: x\n" + times(many, "elif 1: x\n"));
    row("with brackets between", times(60, "(not -a.b[0]**-1 if f(x)(y) else lambda z: ") + times(many, "not ") + "1");
    row("replacement fields", "f'{" + times(many, "-") + "1}'");
  }
  void what_nests_without_end_is_refused() {
    QFETCH(QString, source);
    QVERIFY2(outcome(source.toStdString()).endsWith("expression or statement nested too deeply"),
             qPrintable(outcome(source.toStdString())));
  }

  void what_is_only_long_is_accepted_data() {
    QTest::addColumn<QString>("source");
    const auto row = [](const char* name, const std::string& source) {
      QTest::newRow(name) << QString::fromStdString(source);
    };
    row("or", "1" + times(many, " or a.b"));
    row("comparisons", "1" + times(many, " < a.b"));
    row("strings", times(many, "'a' "));
    row("items", "[" + times(many, "*a.b, -c,") + "]");
    row("arguments", "f(" + times(many, "*a, a.b, ") + ")");
    row("slices", "x[" + times(many, "a.b:c, *d, ") + "]");
    row("pairs", "{" + times(many, "a.b: c, **d.e, ") + "}");
    row("targets", times(many, "a.b, *c, ") + " = " + times(many, "d = ") + "e");
    row("deleted", "del " + times(many, "a.b[c], ") + "d");
    row("fields", "f'" + times(many, "{a.b}{c:{d}}") + "'");
    row("statements", times(many, "a = b.c; d\n"));
    row("alternatives", "match x:\n case " + times(many, "a.b | ") + "1: pass");
    row("conditions of a comprehension", "[a for b in c " + times(many, "if d.e ") + "]");
    row("loops of a comprehension", "[a " + times(many, "for b.c in d.e ") + "]");
    row("decorators", times(many, "@a.b\n") + "def f(): pass");
    row("joined lines", times(many, "\\\n") + "a");
  }
  void what_is_only_long_is_accepted() {
    QFETCH(QString, source);
    QCOMPARE(outcome(source.toStdString()), QString("fine"));
  }

  void brackets_nest_two_hundred_deep_data() {
    QTest::addColumn<QString>("open");
    QTest::addColumn<QString>("close");
    QTest::newRow("round") << "("
                           << ")";
    QTest::newRow("square") << "["
                            << "]";
    QTest::newRow("dictionary") << "{1: "
                                << "}";
    QTest::newRow("call") << "f(-a, *"
                          << ")";
    QTest::newRow("subscript") << "a[1, b:"
                               << "]";
    QTest::newRow("generator") << "(x for x in a + -b * "
                               << ")";
    QTest::newRow("lambda") << "(lambda x: not "
                            << ")";
  }
  void brackets_nest_two_hundred_deep() {
    QFETCH(QString, open);
    QFETCH(QString, close);
    const auto nested = [&](int depth, std::string_view inner) {
      return times(depth, open.toStdString()) + std::string(inner) + times(depth, close.toStdString());
    };
    QCOMPARE(outcome(nested(200, "1")), QString("fine"));
    QCOMPARE(outcome(nested(201, "1")), QString("too many nested parentheses"));
    // A mistake in the middle is found, and without trying every bracket again at every level.
    QVERIFY(outcome(nested(200, "1 1")) != "fine");
    QVERIFY(outcome(nested(200, "1 +")) != "fine");
  }

  void a_tree_is_no_higher_than_it_says() {
    for (int terms = 500; terms <= 1050; terms += 50) {
      const ParseResult result = parse_module("a.b" + times(terms, " + c.d"), "case.py");
      const ParseResult calls = parse_module("f" + times(terms, "()"), "case.py");
      if (result) QVERIFY(depth_of(result.tree()) <= Tree::max_height + 2);
      if (calls) QVERIFY(depth_of(calls.tree()) <= Tree::max_height + 2);
      if (terms == 500) QVERIFY(result.ok() && calls.ok());
      if (terms == 1050) QVERIFY(!result.ok() && !calls.ok());
    }
  }

  void blocks_nest_a_hundred_deep() {
    const auto nested = [](int depth) {
      std::string source;
      for (int i = 0; i < depth; ++i) source += times(i, " ") + "if x:\n";
      return source + times(depth, " ") + "y\n";
    };
    QCOMPARE(outcome(nested(99)), QString("fine"));
    QCOMPARE(outcome(nested(100)), QString("too many levels of indentation"));
  }

  void a_long_line_of_words_is_plain_invalid_syntax() {
    QCOMPARE(outcome(times(many, "word ")), QString("invalid syntax"));
  }
};

QTEST_APPLESS_MAIN(TestNesting)
#include "test_nesting.moc"
