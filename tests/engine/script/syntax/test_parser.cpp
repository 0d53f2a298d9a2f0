#include <QtTest>

#include "ast_dump.h"
#include "script/syntax/parser.h"

using namespace loopline::script;

namespace {

const ast::expr* value_of(const Tree& tree, std::size_t statement) {
  return ast::as<ast::Expr>(tree.module().body[statement])->value;
}

}  // namespace

class TestParser : public QObject {
  Q_OBJECT

 private slots:
  void equal_identifiers_share_their_address() {
    const ParseResult result = parse_module("name\nname\nother\nﬁ\nfi\n", "case.py");
    QVERIFY(result.ok());
    const auto address = [&](std::size_t i) -> const void* {
      return ast::as<ast::Name>(value_of(result.tree(), i))->id.data();
    };
    QCOMPARE(address(0), address(1));
    QVERIFY(address(0) != address(2));
    QCOMPARE(address(3), address(4));
  }

  void a_tree_that_moves_keeps_its_nodes() {
    ParseResult result = parse_module("a = b.c('text')\n", "case.py");
    QVERIFY(result.ok());
    const ast::Node* root = result.tree().root();
    const Tree moved = result.take_tree();
    QCOMPARE(moved.root(), root);
    QCOMPARE(
        QString::fromStdString(dump(moved, false)),
        QString("Module(body=[Assign(targets=[Name(id='a', ctx=Store())], value=Call(func=Attribute(value=Name(id='b', "
                "ctx=Load()), attr='c', ctx=Load()), args=[Constant(value='text')], keywords=[]))], type_ignores=[])"));
  }

  void a_tree_does_not_need_the_text_it_was_made_from() {
    std::string text = "some_name = 'some text'\n";
    const ParseResult result = parse_module(text, "case.py");
    std::fill(text.begin(), text.end(), '#');
    QVERIFY(result.ok());
    QCOMPARE(result.tree().source(), std::string_view("some_name = 'some text'\n"));
    const auto* assign = ast::as<ast::Assign>(result.tree().module().body[0]);
    QCOMPARE(ast::as<ast::Name>(assign->targets[0])->id, std::string_view("some_name"));
    QCOMPARE(ast::as<ast::Constant>(assign->value)->text, std::string_view("some text"));
  }

  void a_tree_knows_its_file() {
    const ParseResult result = parse_module("", "lesson.py");
    QVERIFY(result.ok());
    QCOMPARE(result.tree().file_name(), std::string("lesson.py"));
    QVERIFY(result.tree().module().body.empty());
  }

  void an_expression_alone_is_an_expression() {
    const ParseResult result = parse_expression("a + 1, *b\n\n");
    QVERIFY(!result.ok());
    const ParseResult tuple = parse_expression("a + 1, b\n\n");
    QVERIFY(tuple.ok());
    QCOMPARE(tuple.tree().root()->kind, ast::Kind::Expression);
    QCOMPARE(tuple.tree().expression().body->kind, ast::Kind::Tuple);
  }

  void integers_are_kept_as_numbers_while_they_fit() {
    const ParseResult result =
        parse_module("9223372036854775807\n9223372036854775808\n0x_FFff_FFff_FFff_FFff\n", "case.py");
    QVERIFY(result.ok());
    const auto constant = [&](std::size_t i) { return ast::as<ast::Constant>(value_of(result.tree(), i)); };
    QCOMPARE(constant(0)->type, ast::ConstantType::Int);
    QCOMPARE(constant(0)->integer, INT64_MAX);
    QCOMPARE(constant(1)->type, ast::ConstantType::BigInt);
    QCOMPARE(constant(1)->text, std::string_view("9223372036854775808"));
    QCOMPARE(constant(1)->base, 10);
    QCOMPARE(constant(2)->text, std::string_view("FFffFFffFFffFFff"));
    QCOMPARE(constant(2)->base, 16);
  }

  void lone_surrogates_are_kept_as_the_three_bytes_of_their_value() {
    const ParseResult result = parse_module("'\\ud83d\\ude00'\n", "case.py");
    QVERIFY(result.ok());
    QCOMPARE(ast::as<ast::Constant>(value_of(result.tree(), 0))->text, std::string_view("\xED\xA0\xBD\xED\xB8\x80"));
  }

  void is_asks_what_as_takes_for_granted() {
    const ParseResult result = parse_module("name\n", "case.py");
    QVERIFY(result.ok());
    const ast::expr* value = value_of(result.tree(), 0);
    QVERIFY(ast::is<ast::Name>(value));
    QVERIFY(!ast::is<ast::Call>(value));
    QVERIFY(!ast::is<ast::Name>(nullptr));
  }
};

QTEST_APPLESS_MAIN(TestParser)
#include "test_parser.moc"
