// `loopline lessons`, and that every lesson's programs print what CPython prints.
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "program.h"

using namespace loopline::app::test;

class LessonsTest : public QObject {
  Q_OBJECT

 private slots:
  void a_line_a_lesson_tells_chapter_title_and_path();
  void json_tells_the_same();
  void a_lesson_prints_what_cpython_prints_data();
  void a_lesson_prints_what_cpython_prints();
  void only_deliberate_mistakes_have_hints();
};

namespace {

QJsonArray catalogue() {
  const Desk desk;
  return QJsonDocument::fromJson(desk.run({"lessons", "--json"}).out).array();
}

}  // namespace

void LessonsTest::a_line_a_lesson_tells_chapter_title_and_path() {
  const Desk desk;
  const Ran ran = desk.run({"lessons"});
  QCOMPARE(ran.status, 0);
  QCOMPARE(ran.err, QByteArray());
  const QList<QByteArray> lines = ran.out.trimmed().split('\n');
  QCOMPARE(lines.size(), catalogue().size());
  QVERIFY(lines.size() >= 6);
  QVERIFY(lines[0].startsWith("First steps  "));
  QVERIFY(lines[0].contains("  A coroutine object is not running  "));
  QVERIFY(lines[0].endsWith("  101-coroutine-is-not-running.md"));
}

void LessonsTest::json_tells_the_same() {
  const QJsonObject first = catalogue().at(0).toObject();
  QCOMPARE(first["chapter"].toString(), QString("First steps"));
  QCOMPARE(first["title"].toString(), QString("A coroutine object is not running"));
  QCOMPARE(first["path"].toString(), QString("101-coroutine-is-not-running.md"));
  QCOMPARE(first["scenarios"].toArray().size(), 3);
  QCOMPARE(first["scenarios"].toArray().at(0).toObject()["name"].toString(), QString("only-called"));
}

void LessonsTest::a_lesson_prints_what_cpython_prints_data() {
  QTest::addColumn<QString>("lesson");
  QTest::addColumn<QString>("scenario");
  for (const QJsonValue& lesson : catalogue()) {
    const QString path = lesson["path"].toString();
    for (const QJsonValue& scenario : lesson["scenarios"].toArray()) {
      const QString name = scenario["name"].toString();
      QTest::newRow(qPrintable(path + " " + name)) << path << name;
    }
  }
}

void LessonsTest::a_lesson_prints_what_cpython_prints() {
  QFETCH(QString, lesson);
  QFETCH(QString, scenario);
  QFile expected(QDir(EXPECTED_FOLDER).filePath(lesson.chopped(3) + "/" + scenario + ".txt"));
  QVERIFY2(expected.open(QIODevice::ReadOnly), "tests/lessons/expected.py --write makes it");
  const Desk desk;
  const Ran ran = desk.run({"run", lesson, "--scenario", scenario});
  QCOMPARE(ran.out, expected.readAll());
}

// The mistakes that lessons make on purpose are told at their place, and nothing else is. When a lesson has changed:
// loopline check LESSON… | grep -v ': nothing wrong' > hints.txt, after reading what is in it.
void LessonsTest::only_deliberate_mistakes_have_hints() {
  QStringList arguments{"check"};
  for (const QJsonValue& lesson : catalogue()) arguments << lesson["path"].toString();
  const Desk desk;
  const Ran ran = desk.run(arguments);
  QStringList told;
  for (const QByteArray& line : ran.out.trimmed().split('\n')) {
    if (!line.endsWith(": nothing wrong")) told << QString::fromUtf8(line);
  }
  QFile file(HINTS_FILE);
  QVERIFY(file.open(QIODevice::ReadOnly));
  QCOMPARE(told, QString::fromUtf8(file.readAll()).trimmed().split('\n'));
  QVERIFY(told.filter("error:").isEmpty());
  QCOMPARE(ran.status, 0);
}

QTEST_APPLESS_MAIN(LessonsTest)
#include "lessons_test.moc"
