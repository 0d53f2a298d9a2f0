// A timeline on the screen, and pictures of it in the build folder.
#pragma once

#include <QApplication>
#include <QTest>
#include <memory>

#include "sample_runs.h"
#include "ui_model/fonts.h"
#include "ui_model/playhead.h"
#include "view/timeline_view.h"

namespace loopline::test {

struct TimelineOnScreen {
  ui::PlaybackController controller;
  ui::TimelineView view{controller};

  explicit TimelineOnScreen(std::shared_ptr<const ui::Comparison> comparison, QSize size = {880, 440},
                            ui::ThemeKind theme = ui::ThemeKind::light, ui::Axis axis = ui::Axis::elastic) {
    view.setTheme(theme);
    view.setAxis(axis);
    view.resize(size);
    controller.setComparison(std::move(comparison));
    view.show();
    if (!QTest::qWaitForWindowExposed(&view)) qFatal("the view is not shown");
    settle();
  }

  void settle() { QTest::qWait(20); }

  void save(const QString& name) {
    settle();
    view.grab().save(QStringLiteral(SCREENSHOTS "/%1.png").arg(name));
  }
};

}  // namespace loopline::test
