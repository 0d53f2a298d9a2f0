// The program's own type: Inter for text, Hack for code, out of the resources. Sizes follow the desktop's.
#pragma once

#include <QFont>

namespace loopline::ui {

/// Makes fonts and icons of the resources available. Once, after the application object and before anything is shown.
void loadResources();

/// How large text is, seen from the desktop's size: 1 as it says; kept in the application object, not by us.
void setTextScale(double scale);
double textScale();

/// `points` as designed at the desktop's usual 10 pt: 10 for text, 8.5 for panel titles, 13 for lesson titles.
QFont textFont(double points = 10, QFont::Weight weight = QFont::Normal);
QFont codeFont(double points = 9);

/// The same in pixels, for pictures: they do not depend on the desktop.
QFont textFontPixels(double pixels, QFont::Weight weight = QFont::Normal);
QFont codeFontPixels(double pixels);

}  // namespace loopline::ui
