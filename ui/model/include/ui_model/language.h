// The language of the window: that of the desktop, or one that was chosen. Translations are compiled in.
#pragma once

#include <QString>
#include <QStringList>

namespace loopline::ui {

/// Codes of the languages there are: "en" and those with a translation.
QStringList languages();
/// As its speakers call it.
QString languageName(const QString& code);
/// A code of languages(), or empty: the desktop's if it is there, else English. Texts made from now on are in it.
/// Translators are owned by the application object.
void installLanguage(const QString& code);

}  // namespace loopline::ui
