// The program's icons, in the colours of a theme.
#pragma once

#include <QIcon>
#include <QString>

namespace loopline::ui {

struct Theme;

/// ":/icons/<name>.svg" drawn in the theme's text colour, quieter where disabled; sharp at every scale.
QIcon themedIcon(const QString& name, const Theme& theme);
/// The same in one colour.
QIcon themedIcon(const QString& name, const QColor& color);

}  // namespace loopline::ui
