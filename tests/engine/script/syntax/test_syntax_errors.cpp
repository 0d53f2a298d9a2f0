#include <QtTest>

#include "case_file.h"
#include "script/syntax/parser.h"

using namespace loopline::script;

namespace {

QString class_of(Diagnostic::Kind kind) {
  switch (kind) {
    case Diagnostic::Kind::syntax: return "SyntaxError";
    case Diagnostic::Kind::indentation: return "IndentationError";
    case Diagnostic::Kind::tab: return "TabError";
    case Diagnostic::Kind::unsupported: break;
  }
  return "unsupported";
}

QString shown(const Diagnostic& mistake) {
  return QString("%1 %2:%3 %4")
      .arg(class_of(mistake.kind))
      .arg(mistake.line)
      .arg(mistake.column)
      .arg(QString::fromStdString(mistake.message));
}

Diagnostic mistake_in(std::string_view source) {
  const ParseResult result = parse_module(source, "case.py");
  return result ? Diagnostic{} : result.diagnostic();
}

}  // namespace

class TestSyntaxErrors : public QObject {
  Q_OBJECT

 private slots:
  void every_mistake_has_the_words_and_the_place_that_python_gives_it_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<bool>("as_expression");
    QTest::addColumn<QString>("expected");
    const auto cases = read_cases("errors.txt");
    QVERIFY(!cases.empty());
    for (const Case& each : cases) {
      const bool as_expression = each.heading == "As an expression";
      QTest::newRow((each.shown + (as_expression ? " (eval)" : "")).c_str())
          << QString::fromStdString(each.source) << as_expression << QString::fromStdString(each.expected);
    }
  }

  void every_mistake_has_the_words_and_the_place_that_python_gives_it() {
    QFETCH(QString, source);
    QFETCH(bool, as_expression);
    QFETCH(QString, expected);
    const std::string text = source.toStdString();
    const ParseResult result = as_expression ? parse_expression(text) : parse_module(text, "case.py");
    QVERIFY2(!result, "was accepted");
    QCOMPARE(shown(result.diagnostic()), expected);
  }

  void the_end_of_a_mistake_is_just_past_its_last_character() {
    const Diagnostic mistake = mistake_in("x = (1,\n     é b, c)\n");
    QCOMPARE(mistake.line, 2);
    QCOMPARE(mistake.column, 6);
    QCOMPARE(mistake.end_line, 2);
    QCOMPARE(mistake.end_column, 9);
    QCOMPARE(mistake.line_text, std::string("     é b, c)"));
  }

  void a_mistake_whose_end_is_unknown_has_no_end_column() {
    const Diagnostic mistake = mistake_in("x = (1,\n");
    QCOMPARE(mistake.column, 5);
    QCOMPARE(mistake.end_column, 0);
  }

  void a_mistake_in_a_replacement_field_shows_the_field() {
    const Diagnostic mistake = mistake_in("a\nprint(f'{b} {x y}')\n");
    QCOMPARE(mistake.line, 2);
    QCOMPARE(mistake.column, 2);
    QCOMPARE(mistake.line_text, std::string("(x y)"));
  }

  void a_keyword_given_twice_is_found_after_all_other_mistakes() {
    QCOMPARE(shown(mistake_in("f(a=1, b=2, a=3)\n")), QString("SyntaxError 1:13 keyword argument repeated: a"));
    QCOMPARE(shown(mistake_in("class A(b=1, b=2): pass\n")), QString("SyntaxError 1:14 keyword argument repeated: b"));
    QCOMPARE(shown(mistake_in("x = f'{f(a=1, a=2)}'\n")), QString("SyntaxError 1:15 keyword argument repeated: a"));
    QCOMPARE(shown(mistake_in("f(a=1, a=2)\nx y\n")), QString("SyntaxError 2:3 invalid syntax"));
    QVERIFY(parse_module("f(a=1, **b, **c)\n", "case.py").ok());
  }

  void a_characters_name_is_known_or_unknown_or_said_to_be_unsupported() {
    QVERIFY(parse_module("x = '\\N{BULLET}'\n", "case.py").ok());
    QVERIFY(parse_module("x = r'\\N{NO SUCH}', b'\\N{NO SUCH}'\n", "case.py").ok());
    const Diagnostic unknown = mistake_in("x = '\\N{NO SUCH}'\n");
    QCOMPARE(unknown.kind, Diagnostic::Kind::syntax);
    QVERIFY(unknown.message.find("unknown Unicode character name") != std::string::npos);
    const Diagnostic old = mistake_in("x = '\\N{LINEAR A SIGN AB001}'\n");
    QCOMPARE(old.kind, Diagnostic::Kind::unsupported);
    QCOMPARE(old.column, 5);
    QVERIFY(old.message.find("\\N{LINEAR A SIGN AB001}") != std::string::npos);
  }

  void an_integer_too_long_to_convert_is_refused_only_in_base_ten() {
    const std::string digits(5000, '7');
    QVERIFY(mistake_in("x = " + digits).message.starts_with("Exceeds the limit (4300 digits)"));
    QVERIFY(parse_module("x = 0x" + digits, "case.py").ok());
    QVERIFY(parse_module("x = " + digits.substr(0, 4300), "case.py").ok());
  }

  void a_mistake_of_characters_further_on_wins_over_the_parsers_own() {
    QCOMPARE(shown(mistake_in("x y\nz = 'abc\n")),
             QString("SyntaxError 2:5 unterminated string literal (detected at line 2)"));
  }
};

QTEST_APPLESS_MAIN(TestSyntaxErrors)
#include "test_syntax_errors.moc"
