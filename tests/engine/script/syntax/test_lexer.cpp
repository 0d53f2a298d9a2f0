#include <QtTest>

#include "script/syntax/lexer.h"

using namespace loopline::script;

namespace {

std::vector<Token> tokens_of(std::string_view text, Lexer::Options options = {}) {
  Lexer lexer(text, options);
  std::vector<Token> tokens;
  do {
    tokens.push_back(lexer.next());
  } while (tokens.back().kind != TokenKind::EndMarker && tokens.back().kind != TokenKind::Error);
  return tokens;
}

std::vector<TokenKind> kinds_of(std::string_view text) {
  std::vector<TokenKind> kinds;
  for (const Token& token : tokens_of(text)) kinds.push_back(token.kind);
  return kinds;
}

QString place_of(const Token& token) {
  return QString("%1:%2-%3:%4").arg(token.line).arg(token.column).arg(token.end_line).arg(token.end_column);
}

using K = TokenKind;
using Kinds = std::vector<TokenKind>;

}  // namespace

class TestLexer : public QObject {
  Q_OBJECT

 private slots:
  void operators_are_read_as_long_as_possible() {
    QCOMPARE(kinds_of("**= // >>= -> := ... .. != <> <="),
             (Kinds{K::DoubleStarEqual, K::DoubleSlash, K::RightShiftEqual, K::Arrow, K::ColonEqual, K::Ellipsis,
                    K::Dot, K::Dot, K::NotEqual, K::Other, K::LessEqual, K::EndMarker}));
  }

  void soft_keywords_are_names() {
    QCOMPARE(kinds_of("match case _ await None none"),
             (Kinds{K::Name, K::Name, K::Name, K::Await, K::None, K::Name, K::EndMarker}));
  }

  void indentation_gives_one_token_a_level() {
    QCOMPARE(kinds_of("if x:\n  if y:\n    z\nw\n"),
             (Kinds{K::If, K::Name, K::Colon, K::Newline, K::Indent, K::If, K::Name, K::Colon, K::Newline, K::Indent,
                    K::Name, K::Newline, K::Dedent, K::Dedent, K::Name, K::Newline, K::EndMarker}));
  }

  void blank_lines_and_comments_have_no_say_in_indentation() {
    QCOMPARE(kinds_of("if x:\n  y\n\n # c\n      # d\n  z\n"),
             (Kinds{K::If, K::Name, K::Colon, K::Newline, K::Indent, K::Name, K::Newline, K::Name, K::Newline,
                    K::Dedent, K::EndMarker}));
  }

  void lines_inside_brackets_are_one_line() {
    QCOMPARE(kinds_of("(a,\n  # c\n\n b)\n"),
             (Kinds{K::LeftParen, K::Name, K::Comma, K::Name, K::RightParen, K::Newline, K::EndMarker}));
  }

  void a_backslash_joins_lines() {
    const auto tokens = tokens_of("a + \\\n  b\n");
    QCOMPARE(tokens[2].text, std::string_view("b"));
    QCOMPARE(place_of(tokens[2]), QString("2:2-2:3"));
  }

  void columns_count_bytes() {
    const auto tokens = tokens_of("é = 'ü' # ö\n");
    QCOMPARE(place_of(tokens[0]), QString("1:0-1:2"));
    QCOMPARE(place_of(tokens[2]), QString("1:5-1:9"));
  }

  void a_string_of_many_lines_is_one_token() {
    const auto tokens = tokens_of("x = rb'''a\n'b''' + y\n");
    QCOMPARE(tokens[2].kind, K::String);
    QCOMPARE(tokens[2].text, std::string_view("rb'''a\n'b'''"));
    QCOMPARE(place_of(tokens[2]), QString("1:4-2:5"));
    QCOMPARE(place_of(tokens[3]), QString("2:6-2:7"));
  }

  void letters_that_are_no_prefix_are_a_name_before_a_string() {
    QCOMPARE(kinds_of("ub'' bf'' rr'' BR'' Rf'' u''"),
             (Kinds{K::Name, K::String, K::Name, K::String, K::Name, K::String, K::String, K::String, K::String,
                    K::EndMarker}));
  }

  void comments_are_tokens_when_asked_for() {
    const auto tokens = tokens_of("#: one\nx = 1  # two\nif y:\n  #: three\n  z\n", {.comments = true});
    QStringList comments;
    for (const Token& token : tokens) {
      if (token.kind != K::Comment) continue;
      comments << QString::fromUtf8(token.text.data(), static_cast<qsizetype>(token.text.size())) + " " +
                      place_of(token);
    }
    QCOMPARE(comments, QStringList({"#: one 1:0-1:6", "# two 2:7-2:12", "#: three 4:2-4:10"}));
  }

  void comments_change_nothing_else() {
    const std::string_view text = "# a\nif x: # b\n  y\n# c\n  (z, # d\n  # e\n  w)\n# f";
    Kinds without_comments;
    for (const Token& token : tokens_of(text, {.comments = true})) {
      if (token.kind != K::Comment) without_comments.push_back(token.kind);
    }
    QCOMPARE(without_comments, kinds_of(text));
  }

  void a_text_cut_out_of_another_keeps_its_place() {
    const auto tokens = tokens_of("(a\n b)\n", {.first_line = 7, .first_column = 30});
    QCOMPARE(place_of(tokens[1]), QString("7:31-7:32"));
    QCOMPARE(place_of(tokens[2]), QString("8:1-8:2"));
  }

  void brackets_left_open_are_known() {
    Lexer lexer("f(a, [b\n");
    Token token = lexer.next();
    for (; token.kind != K::Error; token = lexer.next()) QVERIFY(token.kind != K::EndMarker);
    QCOMPARE(lexer.open_brackets().size(), std::size_t{2});
    QCOMPARE(lexer.open_brackets()[1].character, '[');
    QCOMPARE(lexer.open_brackets()[1].column, 5);
    QVERIFY(lexer.error_is_of_layout());
    QCOMPARE(lexer.error()->message, std::string("'[' was never closed"));
  }

  void after_its_end_it_repeats_the_last_token() {
    Lexer whole("x\n");
    while (whole.next().kind != K::EndMarker) continue;
    QCOMPARE(whole.next().kind, K::EndMarker);
    Lexer broken("'x\n");
    QCOMPARE(broken.next().kind, K::Error);
    QCOMPARE(broken.next().kind, K::Error);
    QCOMPARE(broken.error()->message, std::string("unterminated string literal (detected at line 1)"));
    QVERIFY(!broken.error_is_of_layout());
  }

  void names_follow_unicode_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    for (const char* name : {"é", "变量", "Ω_1", "ª", "℘", "x·", "℮", "ꧏ", "𝔘"}) QTest::newRow(name) << name << true;
    for (const char* name : {"€", "x€", "·x", "½", "😀", "x\u200b", "ͺ", "₁", "ﷺx"})
      QTest::newRow(name) << name << false;
  }
  void names_follow_unicode() {
    QFETCH(QString, name);
    QFETCH(bool, good);
    const std::string text = name.toStdString();
    const auto tokens = tokens_of(text);
    QCOMPARE(tokens.size() == 2 && tokens[0].kind == K::Name, good);
  }
};

QTEST_APPLESS_MAIN(TestLexer)
#include "test_lexer.moc"
