#include "ui_model/time_scale.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <span>

#include "ui_model/time_text.h"

namespace loopline::ui {

using replay::EventIndex;
using trace::Kind;

namespace {

constexpr double kSecond = 1e9;
constexpr std::size_t kEven = SIZE_MAX;
/// From here on the weights of an instant's events average out.
constexpr std::uint32_t kWeighed = 4096;

/// Of shares that were an x in between; less than any event's share.
constexpr double kRounding = 1e-9;

/// How much there is to see of an event. What changes a lane needs room for a label, a variable needs none.
constexpr float weightOfKind(Kind kind) {
  switch (kind) {
    case Kind::step_end: return 2.0F;  // what ends here was running: its label wants room
    case Kind::out:
    case Kind::err: return 1.2F;
    case Kind::task_created:
    case Kind::cancel_requested:
    case Kind::block_begin: return 1.0F;
    case Kind::step_begin:
    case Kind::call:
    case Kind::thread_switched:
    case Kind::block_end: return 0.8F;
    case Kind::leave:
    case Kind::raise: return 0.6F;
    case Kind::callback_begin:
    case Kind::turn:
    case Kind::select: return 0.4F;
    case Kind::line: return 0.3F;
    case Kind::variable: return 0.05F;
    default: return 0.15F;
  }
}

constexpr auto kWeights = [] {
  std::array<float, 256> weights{};
  for (std::size_t kind = 0; kind < weights.size(); ++kind) weights[kind] = weightOfKind(static_cast<Kind>(kind));
  return weights;
}();

/// The weights of a run's events, one after another: there may be tens of millions.
class EventWeights {
 public:
  EventWeights(const Comparison& comparison, int run, bool even)
      : m_events(comparison.replay(run).data().events), m_folded(comparison.foldedOf(run)), m_even(even) {
    const auto& made = comparison.replay(run).data().loops;
    m_loopMade = made.empty() || m_events.empty() ? 0 : static_cast<EventIndex>(made.front().event);
  }

  /// Events must not fall from call to call.
  float of(EventIndex event) {
    while (!m_folded.empty() && m_folded.front().last < event) m_folded = m_folded.subspan(1);
    if (!m_folded.empty() && m_folded.front().first <= event) return 0;
    if (m_even) return 1;
    // What comes before the first loop is told by few pixels.
    return kWeights[static_cast<std::size_t>(m_events.kind(event))] * (event < m_loopMade ? 0.2F : 1.0F);
  }

 private:
  const trace::EventColumns& m_events;
  std::span<const replay::EventRange> m_folded;
  EventIndex m_loopMade = 0;
  bool m_even;
};

/// How wide an instant of some weight is on the elastic axis. Most instants of a long run are like others before them.
class InstantWidths {
 public:
  double of(double weight) {
    Known& known = m_known[std::bit_cast<std::uint64_t>(weight) * 0x9E3779B97F4A7C15u >> 56];
    if (known.weight != weight) known = {weight, 30 * std::pow(weight, 0.62)};
    return known.width;
  }

 private:
  struct Known {
    double weight = 0, width = 0;
  };
  std::array<Known, 256> m_known;
};

/// Of 1, 2 and 5 times powers of ten, in nanoseconds, the first that is not smaller; never below a millisecond, which
/// is the least that people are shown.
std::int64_t niceStep(double least) {
  constexpr std::int64_t kLeast = 1'000'000;
  for (std::int64_t power = kLeast; power < std::int64_t{1'000'000'000'000'000'000}; power *= 10) {
    for (const std::int64_t factor : {1, 2, 5}) {
      if (static_cast<double>(power * factor) >= least) return power * factor;
    }
  }
  return std::int64_t{1'000'000'000'000'000'000};
}

int decimalsOf(std::int64_t step) {
  int decimals = 0;
  for (std::int64_t unit = 1'000'000'000; decimals < 3 && step % unit != 0; unit /= 10) ++decimals;
  return decimals;
}

std::int64_t toMilliseconds(std::int64_t time) { return (time + 500'000) / 1'000'000; }

/// The rounder a time, the sooner it gets a label.
int roundness(std::int64_t time) {
  std::int64_t rest = toMilliseconds(time);
  if (rest == 0) return 100;
  int round = 0;
  for (; rest % 10 == 0; rest /= 10) round += 3;
  if (rest % 5 == 0) return round + 2;
  return rest % 2 == 0 ? round + 1 : round;
}

}  // namespace

TimeScale::TimeScale(std::shared_ptr<const Comparison> comparison, Axis axis)
    : m_comparison(std::move(comparison)), m_axis(axis) {
  const Instants& instants = m_comparison->instants();
  const Position end = m_comparison->end();
  m_counts.reserve(instants.count());
  for (std::size_t i = 0; i < instants.count() && instants.begin(i) <= end.time; ++i) {
    m_counts.push_back(instants.begin(i) == end.time ? end.ordinal : instants.events(i));
  }
  if (axis != Axis::time) weigh();
  layOut();
  if (axis == Axis::time) m_closest = std::min(m_length, 0.004);
  if (axis != Axis::time) m_closest = std::min(m_length, 4.0);
}

// ---- weights

void TimeScale::weigh() {
  const Instants& instants = m_comparison->instants();
  const int runs = m_comparison->runCount();
  std::vector<EventWeights> events;
  for (int run = 0; run < runs; ++run) events.emplace_back(*m_comparison, run, m_axis == Axis::steps);
  std::size_t weighed = 0;
  for (const std::uint32_t count : m_counts) weighed += count <= kWeighed ? count : 0;
  m_shares.reserve(weighed);
  m_weight.reserve(m_counts.size());
  m_offset.reserve(m_counts.size());
  std::vector<float> weights;
  for (std::size_t i = 0; i < m_counts.size(); ++i) {
    weights.assign(m_counts[i], 0.0F);
    for (int run = 0; run < runs; ++run) {
      const EventIndex first = instants.first(run, i);
      const EventIndex end = std::min(instants.first(run, i + 1), m_comparison->endOf(run).event + 1);
      for (EventIndex event = first; event < end && event - first < m_counts[i]; ++event) {
        float& weight = weights[event - first];
        weight = std::max(weight, events[static_cast<std::size_t>(run)].of(event));
      }
    }
    double sum = 0;
    for (const float weight : weights) sum += weight;
    m_weight.push_back(sum);
    const bool even = m_counts[i] > kWeighed || sum <= 0 || (m_axis == Axis::steps && sum >= m_counts[i]);
    m_offset.push_back(even ? kEven : m_shares.size());
    if (even) continue;
    double so_far = 0;
    for (const float weight : weights) m_shares.push_back(static_cast<float>((so_far += weight) / sum));
  }
  std::vector<double> gaps;
  gaps.reserve(m_counts.size());
  for (std::size_t i = 1; i < m_counts.size(); ++i) {
    gaps.push_back(static_cast<double>(instants.begin(i) - instants.last(i - 1)));
  }
  if (gaps.empty()) return;
  const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
  std::nth_element(gaps.begin(), middle, gaps.end());
  m_usualGap = std::max(*middle, 1.0);
}

double TimeScale::gapWidth(std::int64_t nanoseconds) const {
  switch (m_axis) {
    case Axis::time: return static_cast<double>(nanoseconds) / kSecond;
    case Axis::steps: return 1;
    case Axis::elastic: return 24 + 86 * std::log2(1 + static_cast<double>(nanoseconds) / m_usualGap);
  }
  return 0;
}

void TimeScale::layOut() {
  const Instants& instants = m_comparison->instants();
  m_begin.reserve(m_counts.size());
  m_last.reserve(m_counts.size());
  InstantWidths widths;
  double x = 0;
  for (std::size_t i = 0; i < m_counts.size(); ++i) {
    if (i > 0) {
      // On the time axis widths are sums of differences: taken from the start, so that they do not drift.
      const std::int64_t from = m_axis == Axis::time ? instants.begin(0) : instants.last(i - 1);
      const double width = gapWidth(instants.begin(i) - from);
      x = m_axis == Axis::time ? width : x + width;
    }
    m_begin.push_back(x);
    if (m_axis == Axis::steps) x += m_weight[i];
    if (m_axis == Axis::elastic && m_counts[i] != 0) x += widths.of(m_weight[i]);
    m_last.push_back(x);
  }
  m_length = x;
  const std::int64_t end = m_comparison->end().time;  // it may lie after the last instant
  if (!m_counts.empty() && end > instants.last(m_counts.size() - 1)) {
    m_length += gapWidth(end - instants.last(m_counts.size() - 1));
  }
  if (m_length <= 0) m_length = 1;
}

// ---- position to x and back

double TimeScale::inner(std::size_t instant, std::uint32_t ordinal) const {
  const std::uint32_t count = m_counts[instant];
  if (ordinal == 0 || count == 0) return 0;
  if (ordinal >= count) return 1;
  if (m_axis != Axis::time && m_offset[instant] != kEven) return m_shares[m_offset[instant] + ordinal - 1];
  return static_cast<double>(ordinal) / count;
}

std::uint32_t TimeScale::ordinalAt(std::size_t instant, double share, bool before) const {
  const std::uint32_t count = m_counts[instant];
  std::uint32_t low = 0, high = count;  // the last one at or before the share
  while (low < high) {
    const std::uint32_t middle = low + (high - low + 1) / 2;
    if (before ? inner(instant, middle) < share - kRounding : inner(instant, middle) <= share + kRounding)
      low = middle;
    else
      high = middle - 1;
  }
  return low;
}

double TimeScale::xOf(Position position) const {
  if (m_counts.empty()) return 0;
  const Instants& instants = m_comparison->instants();
  std::size_t instant = instants.at(position.time);
  if (instant == Instants::npos) return 0;
  if (instant >= m_counts.size()) return m_length;
  const std::int64_t last = instants.last(instant);
  if (position.time <= last) {
    return m_begin[instant] + (m_last[instant] - m_begin[instant]) * inner(instant, position.ordinal);
  }
  const bool final = instant + 1 == m_counts.size();
  const std::int64_t until = final ? m_comparison->end().time : instants.begin(instant + 1);
  const double to = final ? m_length : m_begin[instant + 1];
  if (until <= last) return m_last[instant];
  const double share = static_cast<double>(position.time - last) / static_cast<double>(until - last);
  return m_last[instant] + (to - m_last[instant]) * std::min(share, 1.0);
}

Position TimeScale::at(double x, bool before) const {
  if (m_counts.empty()) return {};
  const Instants& instants = m_comparison->instants();
  const auto after = before ? std::lower_bound(m_begin.begin(), m_begin.end(), x)
                            : std::upper_bound(m_begin.begin(), m_begin.end(), x);
  // Exactly at the begin of an instant, before it: that instant's ordinal 0.
  if (before && after != m_begin.end() && *after == x) {
    return {instants.begin(static_cast<std::size_t>(after - m_begin.begin())), 0};
  }
  if (after == m_begin.begin()) return m_comparison->start();
  const std::size_t instant = static_cast<std::size_t>(after - m_begin.begin()) - 1;
  const double width = m_last[instant] - m_begin[instant];
  if (x <= m_last[instant]) {
    if (width <= 0) return {instants.begin(instant), before ? 0 : m_counts[instant]};
    return {instants.begin(instant), ordinalAt(instant, (x - m_begin[instant]) / width, before)};
  }
  const bool final = instant + 1 == m_counts.size();
  const std::int64_t last = instants.last(instant);
  const std::int64_t until = final ? m_comparison->end().time : instants.begin(instant + 1);
  const double to = final ? m_length : m_begin[instant + 1];
  if (until <= last || x >= to) return final ? m_comparison->end() : Position{instants.begin(instant + 1), 0};
  const double share = (x - m_last[instant]) / (to - m_last[instant]);
  const std::int64_t time = last + static_cast<std::int64_t>(share * static_cast<double>(until - last));
  if (time <= last) return {instants.begin(instant), m_counts[instant]};
  return time < until || final ? Position{time, 0} : Position{until - 1, 0};
}

Position TimeScale::positionAt(double x) const { return at(x, false); }
Position TimeScale::positionBefore(double x) const { return at(x, true); }

Position TimeScale::nearestEvent(double x) const {
  if (m_counts.empty()) return {};
  const Instants& instants = m_comparison->instants();
  const Position here = positionAt(x);
  const std::size_t instant = instants.at(here.time);
  if (instant == Instants::npos) return m_comparison->start();
  Position left{instants.begin(instant), here.time > instants.last(instant) ? m_counts[instant] : here.ordinal};
  Position right = left;
  if (left.ordinal < m_counts[instant]) {
    ++right.ordinal;
  } else if (instant + 1 < m_counts.size()) {
    right = {instants.begin(instant + 1), std::min<std::uint32_t>(1, m_counts[instant + 1])};
  }
  return xOf(right) - x < x - xOf(left) ? right : left;
}

// ---- ticks

void TimeScale::evenTicks(std::int64_t from, std::int64_t to, double room, std::vector<Tick>& ticks) const {
  const double nanoseconds = static_cast<double>(to - from);
  const double width = xOf(Position{to, 0}) - xOf(Position{from, 0});
  if (width <= 0) return;
  const std::int64_t step = niceStep(nanoseconds * room / width);
  const int decimals = std::max(decimalsOf(step), 1);
  for (std::int64_t time = (from + step - 1) / step * step; time <= to; time += step) {
    const double x = xOf(Position{time, 0});
    ticks.push_back({x, x, time, timeText(time, m_axis == Axis::time ? decimals : 3)});
  }
}

std::vector<Tick> TimeScale::ticks(double x0, double x1, int pixels, int labelPixels) const {
  std::vector<Tick> ticks;
  if (m_counts.empty() || pixels <= 0 || x1 <= x0) return ticks;
  const double pixel = (x1 - x0) / pixels;
  const double room = pixel * labelPixels;
  x0 = std::max(x0, 0.0);
  x1 = std::min(x1, m_length);
  if (m_axis == Axis::time) {
    evenTicks(positionBefore(x0).time, positionAt(x1).time, room, ticks);
    return ticks;
  }
  // A mark for each instant; where they stand closer than pixels, one a pixel.
  const Instants& instants = m_comparison->instants();
  auto next = std::lower_bound(m_last.begin(), m_last.end(), x0);
  while (next != m_last.end()) {
    const auto i = static_cast<std::size_t>(next - m_last.begin());
    if (m_begin[i] > x1) break;
    ticks.push_back({m_begin[i], m_last[i], instants.begin(i), {}});
    next = std::lower_bound(next + 1, m_last.end(), std::max(m_begin[i] + pixel, std::nextafter(m_last[i], x1)));
  }
  const std::size_t marks = ticks.size();
  // Labels go to the roundest first.
  std::vector<std::size_t> order(marks);
  for (std::size_t i = 0; i < marks; ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return roundness(ticks[a].time) > roundness(ticks[b].time); });
  std::vector<double> taken;
  const auto free = [&](double x) {
    const auto after = std::lower_bound(taken.begin(), taken.end(), x);
    return (after == taken.end() || *after - x >= room) && (after == taken.begin() || x - *std::prev(after) >= room);
  };
  for (const std::size_t i : order) {
    const double x = std::max(ticks[i].x, x0);
    if (ticks[i].x < x0 - pixel || !free(x)) continue;
    taken.insert(std::lower_bound(taken.begin(), taken.end(), x), x);
    ticks[i].label = timeText(ticks[i].time);
  }
  // Long stretches between two instants have marks of their own, as far as they are in view.
  for (std::size_t mark = 0; mark + 1 <= marks; ++mark) {
    const bool last = mark + 1 == marks;
    const double from = std::max(ticks[mark].xEnd, x0);
    const double to = std::min(last ? m_length : ticks[mark + 1].x, x1);
    if (to - from < 3 * room) continue;
    std::vector<Tick> inside;
    evenTicks(positionAt(from + room).time, positionAt(to - room).time, room, inside);
    for (const Tick& tick : inside) {
      if (!free(tick.x)) continue;
      taken.insert(std::lower_bound(taken.begin(), taken.end(), tick.x), tick.x);
      ticks.push_back(tick);
    }
  }
  std::stable_sort(ticks.begin(), ticks.end(), [](const Tick& a, const Tick& b) { return a.x < b.x; });
  return ticks;
}

}  // namespace loopline::ui
