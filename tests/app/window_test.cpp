// `loopline` without a command: when the window opens, and what is said when it cannot.
#include <QProcess>
#include <QTest>

#include <csignal>

#include "program.h"

using namespace loopline::app::test;

class WindowTest : public QObject {
  Q_OBJECT

 private slots:
  void without_a_display_it_says_what_to_do();
  void a_file_that_is_not_there_is_told_before_the_window_opens();
  void the_window_opens_and_stays_data();
  void the_window_opens_and_stays();
};

void WindowTest::without_a_display_it_says_what_to_do() {
  const Desk desk;
  const Ran ran = desk.run({}, {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"});
  QByteArray why;
  QVERIFY2(ended(ran, 2, "loopline: There is no display for the window.", why), why);
}

void WindowTest::a_file_that_is_not_there_is_told_before_the_window_opens() {
  const Desk desk;
  const Ran ran = desk.run({"missing.md"});
  QByteArray why;
  QVERIFY2(ended(ran, 2, "loopline: There is no file 'missing.md'.", why), why);
  const Ran folder = desk.run({"."});
  QVERIFY2(ended(folder, 2, "loopline: . is not a file.", why), why);
}

void WindowTest::the_window_opens_and_stays_data() {
  QTest::addColumn<QStringList>("files");
  QTest::newRow("no file") << QStringList{};
  QTest::newRow("lesson") << QStringList{"a.md"};
  QTest::newRow("script") << QStringList{"a.py"};
  QTest::newRow("recording") << QStringList{"a.loopline"};
}

void WindowTest::the_window_opens_and_stays() {
  QFETCH(QStringList, files);
  const Desk desk;
  desk.write("a.md", small_lesson());
  desk.write("a.py", "print(1)\n");
  QCOMPARE(desk.run({"run", "a.py", "--record", "a.loopline"}).status, 0);
  QProcess process;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  environment.insert("QT_QPA_PLATFORM", "offscreen");
  environment.insert("XDG_DATA_HOME", desk.path("data"));  // not the person's own
  environment.insert("XDG_CONFIG_HOME", desk.path("config"));
  process.setProcessEnvironment(environment);
  process.setWorkingDirectory(desk.path(""));
  process.start(LOOPLINE_PROGRAM, files);
  QVERIFY(process.waitForStarted());
  QVERIFY2(!process.waitForFinished(2'000), process.readAllStandardError());
  process.terminate();
  QVERIFY(process.waitForFinished(30'000));
}

QTEST_GUILESS_MAIN(WindowTest)
#include "window_test.moc"
