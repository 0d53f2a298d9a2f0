#include "ui_model/greenlets.h"

#include <QCoreApplication>
#include <algorithm>

namespace loopline::ui {

using replay::kNoLane;
using replay::Lane;
using replay::LaneIndex;
using replay::LaneKind;

std::vector<LaneIndex> greenletLanes(const replay::Replay& replay) {
  const std::span<const Lane> lanes = replay.timeline().lanes();
  std::vector<LaneIndex> greenlets;
  for (LaneIndex lane = 0; lane < lanes.size(); ++lane) {
    const bool greenlet = lanes[lane].kind == LaneKind::thread && lanes[lane].parent != kNoLane;
    if (greenlet && !lanes[lane].hub) greenlets.push_back(lane);
  }
  return greenlets;
}

bool isGreenlet(const replay::Replay& replay, LaneIndex lane) {
  const std::span<const Lane> lanes = replay.timeline().lanes();
  if (lane >= lanes.size() || lanes[lane].kind != LaneKind::thread) return false;
  return lanes[lane].parent != kNoLane || lanes[lane].has_greenlets;
}

QString greenletName(const replay::Replay& replay, LaneIndex lane) {
  const Lane& of = replay.timeline().lanes()[lane];
  if (of.hub) return QCoreApplication::translate("loopline::ui::StateRows", "the hub");
  if (of.parent == kNoLane) return QCoreApplication::translate("loopline::ui::StateRows", "the main greenlet");
  return QString::fromUtf8(of.name.data(), qsizetype(of.name.size()));
}

std::size_t greenletColor(const replay::Replay& replay, LaneIndex lane) {
  constexpr std::size_t kHues = 7;
  const std::vector<LaneIndex> all = greenletLanes(replay);
  const auto place = static_cast<std::size_t>(std::ranges::find(all, lane) - all.begin());
  return place / kHues % 2 * kHues + kHues - 1 - place % kHues;
}

LaneIndex switchedToBy(const replay::Replay& replay, replay::EventIndex callback) {
  if (callback == 0 || callback >= replay.event_count()) return kNoLane;
  const trace::Event next = replay.event(callback + 1);
  if (next.kind != trace::Kind::thread_switched) return kNoLane;
  const LaneIndex lane = replay.timeline().lane_of_thread(static_cast<replay::ThreadId>(next.a));
  return isGreenlet(replay, lane) ? lane : kNoLane;
}

replay::EventIndex timerOfGreenlet(const replay::Replay& replay, LaneIndex lane, replay::Moment moment) {
  const replay::Track track = replay.timeline().track(lane);
  const std::size_t slice = track.at(moment);
  if (slice == replay::Track::npos || track.state[slice] != replay::State::waiting) return 0;
  const replay::EventIndex cause = track.cause[slice];
  if (cause < 2 || replay.event(cause).kind != trace::Kind::thread_switched) return 0;
  return replay.event(cause - 1).kind == trace::Kind::timer_set ? cause - 1 : 0;
}

}  // namespace loopline::ui
