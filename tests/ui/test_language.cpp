// The window in another language, from right to left, and on screens of every scale: complete, and nothing cut.
#include <QAbstractButton>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QMenuBar>
#include <QProcess>
#include <QScreen>
#include <QTranslator>

#include "ui_model/language.h"
#include "view/timeline_view.h"
#include "window_hands.h"

using namespace loopline;
using namespace loopline::test;

namespace {

QAction* actionNamed(WindowFixture& fixture, const QString& text) {
  for (QAction* action : fixture.window().findChildren<QAction*>()) {
    if (QString(action->text()).remove(u'&') == text) return action;
  }
  return nullptr;
}

/// What does not fit into its widget, of all that is seen.
QStringList cutTexts(const QWidget& window) {
  QStringList cut;
  for (const QWidget* widget : window.findChildren<QWidget*>()) {
    if (!widget->isVisible() || widget->width() == 0) continue;
    QString text;
    int wanted = 0;
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
      if (button->property("row").toBool()) continue;  // titles of lessons: their tips have them whole
      text = button->text();
      wanted = button->minimumSizeHint().width();
    } else if (const auto* label = qobject_cast<const QLabel*>(widget)) {
      if (label->wordWrap() || label->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored) continue;
      text = label->text();
      wanted = label->minimumSizeHint().width();
    }
    if (!text.isEmpty() && wanted > widget->width() + 1) {
      cut << QStringLiteral("“%1” wants %2, has %3").arg(text).arg(wanted).arg(widget->width());
    }
  }
  return cut;
}

}  // namespace

class TestLanguage : public QObject {
  Q_OBJECT

 private slots:
  void cleanup() { ui::installLanguage(QStringLiteral("en")); }

  void every_text_of_the_window_is_translated() {
    // The same tool that made the file looks through the sources once more: what it adds is untranslated.
    QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("loopline_de.ts"));
    QVERIFY(QFile::copy(QStringLiteral(TRANSLATIONS "/loopline_de.ts"), copy));
    QProcess update;
    update.start(QStringLiteral(LUPDATE),
                 {QStringLiteral(UI_SOURCES), QStringLiteral("-ts"), copy, QStringLiteral("-locations"),
                  QStringLiteral("none"), QStringLiteral("-no-obsolete")});
    QVERIFY(update.waitForFinished(60'000));
    QCOMPARE(update.exitCode(), 0);
    const QString text = QString::fromUtf8(readAll(copy));
    QVERIFY(text.count(QStringLiteral("<message")) > 500);
    QStringList untranslated;
    static const QRegularExpression kMessage(QStringLiteral("<source>([^<]*)</source>(?:(?!</message>).)*unfinished"),
                                             QRegularExpression::DotMatchesEverythingOption);
    for (auto found = kMessage.globalMatch(text); found.hasNext();) untranslated << found.next().captured(1);
    QVERIFY2(untranslated.isEmpty(), qPrintable(untranslated.join(u'\n')));
  }

  // A context that the sources do not have at run time would never be looked up.
  void translations_stand_where_they_are_looked_for() {
    const QString text = QString::fromUtf8(readAll(QStringLiteral(TRANSLATIONS "/loopline_de.ts")));
    const QStringList plain{QStringLiteral("Glossary"), QStringLiteral("Picture"),        QStringLiteral("QLineEdit"),
                            QStringLiteral("States"),   QStringLiteral("QPlatformTheme"), QStringLiteral("TimeText"),
                            QStringLiteral("Timeline")};
    static const QRegularExpression kContext(QStringLiteral("<name>([^<]*)</name>"));
    for (auto found = kContext.globalMatch(text); found.hasNext();) {
      const QString name = found.next().captured(1);
      QVERIFY2(name.startsWith(QLatin1String("loopline::ui::")) || plain.contains(name), qPrintable(name));
    }
  }

  void translations_keep_the_places_of_what_is_filled_in() {
    const QString text = QString::fromUtf8(readAll(QStringLiteral(TRANSLATIONS "/loopline_de.ts")));
    static const QRegularExpression kMessage(
        QStringLiteral("<message[^>]*>.*?<source>([^<]*)</source>.*?<translation>(.*?)</translation>"),
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression kPlace(QStringLiteral("%L?[1-9]"));
    int checked = 0;
    for (auto found = kMessage.globalMatch(text); found.hasNext();) {
      const QRegularExpressionMatch message = found.next();
      QSet<QString> wanted, there;
      for (auto place = kPlace.globalMatch(message.captured(1)); place.hasNext();) wanted << place.next().captured();
      for (auto place = kPlace.globalMatch(message.captured(2)); place.hasNext();) there << place.next().captured();
      QVERIFY2(wanted == there, qPrintable(message.captured(1)));
      ++checked;
    }
    QVERIFY(checked > 500);
  }

  void the_language_is_switched_and_what_is_open_stays_open() {
    WindowFixture fixture;
    openLesson(fixture, kTasksLesson);
    for (int i = 0; i < 8; ++i) fixture.press(Qt::Key_Right);
    const QString before = place(fixture);
    actionNamed(fixture, QStringLiteral("Deutsch"))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(actionNamed(fixture, QStringLiteral("Startseite")) != nullptr, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(place(fixture), before, 20'000);
    QVERIFY(sentence(fixture).contains(QStringLiteral("Schleife")) ||
            sentence(fixture).contains(QStringLiteral("läuft")));
    fixture.openAgain();  // and is kept
    QVERIFY(actionNamed(fixture, QStringLiteral("Startseite")) != nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(place(fixture), before, 20'000);
    actionNamed(fixture, QStringLiteral("English"))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(actionNamed(fixture, QStringLiteral("Start page")) != nullptr, 20'000);
  }

  void nothing_is_cut_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QSize>("size");
    for (const char* language : {"en", "de"}) {
      for (const QSize size : {QSize(1440, 900), QSize(1366, 768)}) {
        for (const char* theme : {"light", "dark"}) {
          QTest::addRow("%s-%s-%d", language, theme, size.width())
              << QString::fromLatin1(language) << QString::fromLatin1(theme) << size;
        }
      }
    }
  }
  void nothing_is_cut() {
    QFETCH(QString, language);
    QFETCH(QString, theme);
    QFETCH(QSize, size);
    WindowFixture fixture(theme, false, size);
    openLesson(fixture, kBlockingLesson);
    if (language != QLatin1String("en")) {
      actionNamed(fixture, ui::languageName(language))->trigger();
      QTRY_VERIFY_WITH_TIMEOUT(actionNamed(fixture, QStringLiteral("Startseite")) != nullptr, 20'000);
      QTRY_VERIFY_WITH_TIMEOUT(place(fixture).contains(u'/'), 20'000);
      actionNamed(fixture, theme == QLatin1String("dark") ? QStringLiteral("Dunkel") : QStringLiteral("Hell"))
          ->trigger();
    }
    for (int i = 0; i < 9; ++i) fixture.press(Qt::Key_Right);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    fixture.grab(QStringLiteral("language-%1").arg(name));
    QCOMPARE(fixture.window().size(), size);
    QStringList cut = cutTexts(fixture.window());
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
    fixture.press(Qt::Key_Home, Qt::AltModifier);
    fixture.grab(QStringLiteral("language-start-%1").arg(name));
    cut = cutTexts(fixture.window());
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
  }

  void from_right_to_left_all_is_in_its_place() {
    QApplication::setLayoutDirection(Qt::RightToLeft);
    const auto back = qScopeGuard([] { QApplication::setLayoutDirection(Qt::LeftToRight); });
    WindowFixture fixture(QStringLiteral("light"), false, QSize(1366, 768));
    openLesson(fixture, kTasksLesson);
    for (int i = 0; i < 6; ++i) fixture.press(Qt::Key_Right);
    QVERIFY(!place(fixture).contains(QStringLiteral("0/")));
    // As the screen has it: what grab() paints has the window's direction in all its parts.
    QTest::qWait(30);
    fixture.window()
        .screen()
        ->grabWindow(fixture.window().winId())
        .save(QStringLiteral(SCREENSHOTS "/right-to-left.png"));
    QCOMPARE(fixture.window().size(), QSize(1366, 768));
    const QWidget* timeline = fixture.window().findChild<ui::TimelineView*>();
    const QWidget* now = fixture.find<ui::NowBox>("nowBox");
    QVERIFY(now->mapTo(&fixture.window(), QPoint()).x() < timeline->mapTo(&fixture.window(), QPoint()).x());
    const QStringList cut = cutTexts(fixture.window());
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
  }

 private:
  static QByteArray readAll(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }
};

QTEST_MAIN(TestLanguage)
#include "test_language.moc"
