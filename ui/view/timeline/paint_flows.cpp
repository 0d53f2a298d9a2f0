// Arrows: who created whom, what woke whom, who awaits whom.
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "timeline/scene.h"

namespace loopline::ui::timeline {

using replay::EventIndex;
using replay::Flow;
using replay::FlowKind;

namespace {

constexpr EventIndex kAllEvents = 4'000;  // in view: all of them are looked at
constexpr std::size_t kFew = 60;          // arrows: all of them are drawn
constexpr EventIndex kNear = 12;          // events from the playhead
constexpr EventIndex kLooked = 20'000;    // events round the playhead in which a selection's arrows are looked for

class FlowPainter {
 public:
  FlowPainter(QPainter& painter, const Scene& scene, int run) : m_painter(painter), m_scene(scene), m_run(run) {}

  void draw(const Flow& flow, bool strong) {
    const LaneRow* from = m_scene.layout.rowOfInstant(m_run, flow.from_lane);
    const LaneRow* to = m_scene.layout.rowOf(m_run, flow.to_lane);
    if (from == nullptr || to == nullptr || from == to) return;
    const double x = m_scene.pixel(m_run, flow.from);
    if (x < m_scene.plotLeft() - 1 || x > m_scene.plotRight() + 1) return;
    const bool down = to->y > from->y;
    const double begin = m_scene.y(down ? from->barsBottom() : from->barY);
    const double end = m_scene.y(down ? to->barY : to->barsBottom());
    const QColor color = strong ? m_scene.theme.flow : m_scene.theme.flowQuiet;
    QPen pen(color, strong ? 1.3 : 1.0);
    pen.setCapStyle(Qt::FlatCap);
    if (flow.kind == FlowKind::awaits) pen.setDashPattern({2.0, 2.5});
    m_painter.setPen(pen);
    const double head = std::min(5.0, std::abs(end - begin) * 0.7);
    const double side = down ? -1 : 1;
    m_painter.drawLine(QPointF(x, begin), QPointF(x, end + side * head * 0.8));
    drawHead(QPointF(x, end), head, side, color, flow.kind);
  }

 private:
  void drawHead(const QPointF& tip, double size, double side, const QColor& color, FlowKind kind) {
    const QPolygonF head(
        {tip, {tip.x() - size * 0.7, tip.y() + side * size}, {tip.x() + size * 0.7, tip.y() + side * size}});
    m_painter.setPen(QPen(color, 1));
    m_painter.setBrush(kind == FlowKind::awaits ? m_scene.theme.surface : color);
    m_painter.drawPolygon(head);
  }

  QPainter& m_painter;
  const Scene& m_scene;
  int m_run;
};

bool fromLoop(const replay::Timeline& timeline, const Flow& flow) {
  return flow.from_lane == replay::kNoLane || timeline.lanes()[flow.from_lane].kind != replay::LaneKind::task;
}

/// Always drawn where arrows are few: what tasks do to each other. A timer's wake-up is told by the slice that ends.
bool isPlain(const replay::Timeline& timeline, const Flow& flow) {
  return flow.kind != FlowKind::awaits && !fromLoop(timeline, flow);
}

/// The events of a run that are in view.
struct Span {
  EventIndex first = 1, last = 0;
};
Span inView(const Scene& scene, int run) {
  return {std::max<EventIndex>(scene.from(run).event, 1),
          std::min(scene.to(run).event, scene.comparison.endOf(run).event)};
}

template <class Visit>
void forEachRun(const Scene& scene, Visit visit) {
  int run = -1;
  for (const LaneRow& row : scene.visible()) {
    if (row.run != run) visit(run = row.run);
  }
}

}  // namespace

void paintFlows(QPainter& painter, const Scene& scene) {
  forEachRun(scene, [&](int run) {
    const replay::Timeline& timeline = scene.comparison.replay(run).timeline();
    const Span span = inView(scene, run);
    if (span.last < span.first || span.last - span.first > kAllEvents) return;
    std::vector<Flow> flows = timeline.flows(span.first, span.last, 4 * kFew);
    std::erase_if(flows, [&](const Flow& flow) { return !isPlain(timeline, flow); });
    if (flows.size() > kFew) return;
    FlowPainter arrows(painter, scene, run);
    for (const Flow& flow : flows) arrows.draw(flow, false);
  });
}

void paintNearFlows(QPainter& painter, const Scene& scene, const Selection& selection, Position playhead) {
  forEachRun(scene, [&](int run) {
    const replay::Timeline& timeline = scene.comparison.replay(run).timeline();
    const Span span = inView(scene, run);
    if (span.last < span.first) return;
    FlowPainter arrows(painter, scene, run);
    const EventIndex here = scene.comparison.momentOf(run, playhead).event;
    const auto around = [&](EventIndex distance) {
      return Span{std::max(span.first, here > distance ? here - distance : 1), std::min(span.last, here + distance)};
    };
    const Span near = around(kNear);
    for (const Flow& flow : timeline.flows(near.first, near.last, kFew)) arrows.draw(flow, true);
    const replay::LaneIndex lane = timeline.lane_of_task(selection.task());
    if (selection.run != run || selection.task() == 0 || lane == replay::kNoLane) return;
    const Span looked = span.last - span.first <= kLooked ? span : around(kLooked);
    for (const Flow& flow : timeline.flows_of(lane, looked.first, looked.last, 4 * kFew)) arrows.draw(flow, true);
  });
}

}  // namespace loopline::ui::timeline
