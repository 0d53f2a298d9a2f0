// What lies under the pointer, and what there is to say of it.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>
#include <cstddef>
#include <cstdint>

#include "timeline/scene.h"

namespace loopline::ui::timeline {

struct Hit {
  enum class What : std::uint8_t { nothing, run, heading, slice, instant, lane, counter, axis };

  What what = What::nothing;
  int run = 0;
  const LaneRow* row = nullptr;
  std::size_t slice = 0;         ///< of its track
  replay::EventIndex event = 0;  ///< of an instant
  replay::InstantKind kind = replay::InstantKind::print;
  QRectF box = {};  ///< to be outlined

  Selection selection(const Comparison& comparison) const;
};

Hit hitAt(const Scene& scene, const QPointF& point);

/// All about it, as rich text; empty for nothing.
QString describe(const Scene& scene, const Hit& hit, const QPointF& point);

}  // namespace loopline::ui::timeline
