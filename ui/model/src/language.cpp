#include "ui_model/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace loopline::ui {

namespace {

const QString kName = QStringLiteral("loopline translator");

// The buttons of dialogs are Qt's own; its translation of them is not installed everywhere.
[[maybe_unused]] constexpr const char* kButtons[] = {
    QT_TRANSLATE_NOOP("QPlatformTheme", "OK"),      QT_TRANSLATE_NOOP("QPlatformTheme", "Save"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "&Yes"),    QT_TRANSLATE_NOOP("QPlatformTheme", "&No"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "Cancel"),  QT_TRANSLATE_NOOP("QPlatformTheme", "Close"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "Discard"), QT_TRANSLATE_NOOP("QPlatformTheme", "Open"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "Apply"),   QT_TRANSLATE_NOOP("QPlatformTheme", "Reset"),
    QT_TRANSLATE_NOOP("QLineEdit", "&Undo"),        QT_TRANSLATE_NOOP("QLineEdit", "&Redo"),
    QT_TRANSLATE_NOOP("QLineEdit", "Cu&t"),         QT_TRANSLATE_NOOP("QLineEdit", "&Copy"),
    QT_TRANSLATE_NOOP("QLineEdit", "&Paste"),       QT_TRANSLATE_NOOP("QLineEdit", "Delete"),
    QT_TRANSLATE_NOOP("QLineEdit", "Select All"),
};

void install(const QString& file, const QString& folder) {
  auto* translator = new QTranslator(QCoreApplication::instance());
  translator->setObjectName(kName);
  if (translator->load(file, folder)) {
    QCoreApplication::installTranslator(translator);
  } else {
    delete translator;
  }
}

}  // namespace

QStringList languages() { return {QStringLiteral("en"), QStringLiteral("de")}; }

QString languageName(const QString& code) {
  const QString name = QLocale(code).nativeLanguageName();
  return code == QStringLiteral("en") ? QStringLiteral("English") : name.left(1).toUpper() + name.mid(1);
}

void installLanguage(const QString& code) {
  QCoreApplication* application = QCoreApplication::instance();
  if (application == nullptr) return;
  for (QTranslator* old : application->findChildren<QTranslator*>(kName)) {
    QCoreApplication::removeTranslator(old);
    delete old;
  }
  const QString wanted = code.isEmpty() ? QLocale::system().name().section(u'_', 0, 0) : code;
  if (!languages().contains(wanted) || wanted == QStringLiteral("en")) return;
  // Qt's own buttons first, so that ours win.
  install(QStringLiteral("qtbase_") + wanted, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
  install(QStringLiteral("loopline_") + wanted, QStringLiteral(":/translations"));
}

}  // namespace loopline::ui
