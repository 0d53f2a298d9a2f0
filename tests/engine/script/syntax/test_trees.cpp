#include <QtTest>

#include "ast_dump.h"
#include "case_file.h"
#include "script/syntax/parser.h"

using namespace loopline::script;

class TestTrees : public QObject {
  Q_OBJECT

 private slots:
  void every_construct_has_the_tree_that_python_prints_data() { add_rows("trees.txt"); }
  void every_construct_has_the_tree_that_python_prints() { compare(false); }

  void every_node_stands_where_python_says_data() { add_rows("positions.txt"); }
  void every_node_stands_where_python_says() { compare(true); }

 private:
  static void add_rows(std::string_view file) {
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("expected");
    const auto cases = read_cases(file);
    QVERIFY(!cases.empty());
    for (const Case& each : cases) {
      QTest::newRow(each.shown.c_str()) << QString::fromStdString(each.source) << QString::fromStdString(each.expected);
    }
  }

  static void compare(bool attributes) {
    QFETCH(QString, source);
    QFETCH(QString, expected);
    const ParseResult result = parse_module(source.toStdString(), "case.py");
    if (!result) QFAIL(result.diagnostic().message.c_str());
    QCOMPARE(QString::fromStdString(dump(result.tree(), attributes)), expected);
  }
};

QTEST_APPLESS_MAIN(TestTrees)
#include "test_trees.moc"
