#include "timeline/metrics.h"

#include <cmath>

#include "ui_model/fonts.h"

namespace loopline::ui::timeline {

Metrics Metrics::of(double em, Density density) {
  Metrics m;
  m.density = density;
  m.em = em;
  const double unit = em / 13.0;
  const auto px = [unit](double designed) { return std::round(designed * unit); };
  const bool dense = density == Density::dense;
  const double pick = density == Density::comfortable ? 0 : density == Density::compact ? 1 : 2;
  const auto by = [&](double comfortable, double compact, double least) {
    return px(pick == 0 ? comfortable : pick == 1 ? compact : least);
  };
  m.title = textFontPixels(px(13), QFont::DemiBold);
  m.summary = textFontPixels(px(12));
  m.name = textFontPixels(dense ? px(11) : px(12), QFont::DemiBold);
  m.call = codeFontPixels(px(11));
  m.label = textFontPixels(dense ? px(10) : px(11));
  m.monospace = codeFontPixels(dense ? px(10) : px(11));
  m.tick = textFontPixels(px(11));
  m.runHeader = by(32, 28, 24);
  m.loopBar = by(18, 15, 12);
  m.taskBar = by(22, 18, 13);
  m.subBar = by(14, 13, 11);
  m.counterBar = by(14, 12, 10);
  m.lanePadding = by(4, 2, 1);
  m.laneLeast = by(33, 22, 15);
  m.printRow = by(19, 17, 15);
  m.runGap = by(12, 8, 4);
  m.axis = px(34);
  m.legend = px(28);
  m.textPadding = dense ? px(3) : px(5);
  m.headingsLeast = px(96);
  m.headingsMost = density == Density::comfortable ? px(190) : px(260);
  return m;
}

}  // namespace loopline::ui::timeline
