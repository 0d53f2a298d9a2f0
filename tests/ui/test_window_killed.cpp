// What a person answered is kept though the program is killed right after: the window runs in a process of its own,
// which ends itself as `kill -9` does.
#include <QPointer>
#include <QProcess>
#include <QRadioButton>
#include <csignal>
#include <cstring>

#include "predict/predict_panel.h"
#include "ui_model/prediction_store.h"
#include "window_hands.h"

using namespace loopline;
using namespace loopline::test;

namespace {

constexpr const char* kAnswerAndDie = "--answer-and-die";

template <class Condition>
bool waitFor(Condition condition) {
  return QTest::qWaitFor(condition, 20'000);
}

// Opens a lesson, answers the first question with the keyboard, and is gone.
int answerAndDie(const QString& folder) {
  ui::MainWindow window({.dataFolder = folder, .theme = QStringLiteral("light"), .restore = false, .runner = nullptr});
  window.show();
  window.activateWindow();
  if (!window.openLesson(QString::fromLatin1(kTasksLesson))) return 2;
  const auto* transport = window.findChild<ui::TransportBar*>();
  if (!waitFor([&] { return transport->placeText().contains(u'/'); })) return 3;
  const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
    QWidget* focus = QApplication::focusWidget();
    QTest::keyClick(focus != nullptr ? focus : &window, key, modifiers);
  };
  const auto* panel = window.findChild<ui::PredictPanel*>();
  press(Qt::Key_P, Qt::ControlModifier);
  const auto choice = [&]() -> QRadioButton* {
    for (QRadioButton* each : panel->findChildren<QRadioButton*>()) {
      if (each->isVisible()) return each;
    }
    return nullptr;
  };
  if (!waitFor([&] { return choice() != nullptr; })) return 4;
  press(Qt::Key_1);
  if (!waitFor([&] { return choice() != nullptr && choice()->isChecked(); })) return 5;
  press(Qt::Key_Return);
  QTest::qWait(500);  // it is on the disk soon after
  ::raise(SIGKILL);
  return 6;
}

}  // namespace

class TestWindowKilled : public QObject {
  Q_OBJECT

 private slots:
  void anAnswerOutlivesTheProgram() {
    QTemporaryDir folder;
    for (int times = 1; times <= 2; ++times) {
      QProcess program;
      program.start(QCoreApplication::applicationFilePath(), {QString::fromLatin1(kAnswerAndDie), folder.path()});
      QVERIFY(program.waitForFinished(60'000));
      QVERIFY2(program.exitStatus() == QProcess::CrashExit, qPrintable(QString::number(program.exitCode())));
      const ui::PredictionStore store(folder.path());
      QTRY_COMPARE_WITH_TIMEOUT(store.total().asked, std::uint64_t(times), 20'000);
      QCOMPARE(store.history().back().lesson, std::string(kTasksLesson));
    }
  }
};

int main(int argc, char* argv[]) {
  QApplication application(argc, argv);
  if (argc == 3 && std::strcmp(argv[1], kAnswerAndDie) == 0) return answerAndDie(QString::fromLocal8Bit(argv[2]));
  TestWindowKilled test;
  return QTest::qExec(&test, argc, argv);
}
#include "test_window_killed.moc"
