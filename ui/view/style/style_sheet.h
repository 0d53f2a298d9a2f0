// How Qt's own widgets look in a theme: one style sheet for the window and all dialogs.
#pragma once

#include <QString>

class QWidget;

namespace loopline::ui {

struct Theme;

QString styleSheet(const Theme& theme);
/// The button that does what a page or dialog is for.
void markMain(QWidget& button);
/// For prose and other rich text.
QString richTextStyle(const Theme& theme);

}  // namespace loopline::ui
