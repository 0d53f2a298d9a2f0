#include "pyramids.h"

#include <algorithm>

namespace loopline::replay {
namespace {

constexpr std::size_t index(State state) noexcept {
  const auto number = static_cast<std::size_t>(state);
  return number < kStates ? number : 0;
}
constexpr std::uint16_t bit(State state) noexcept { return static_cast<std::uint16_t>(1u << index(state)); }

// What occurs is never nothing.
std::uint8_t share(double part, double whole) noexcept {
  if (part <= 0 || whole <= 0) return 0;
  return static_cast<std::uint8_t>(std::clamp(part / whole * 255.0 + 0.5, 1.0, 255.0));
}

// The last slice that begins before a moment (or at it, if `or_at`); looks from slice `from` on, near ones first.
std::size_t last_before(const Track& track, std::size_t from, Moment moment, bool or_at) noexcept {
  const auto begun = [&](std::size_t slice) {
    return or_at ? track.begin(slice) <= moment : track.begin(slice) < moment;
  };
  if (from == Track::npos) from = 0;
  if (!begun(from)) return Track::npos;
  std::size_t low = from, step = 1;  // low has begun
  while (low + step < track.size() && begun(low + step)) {
    low += step;
    step *= 2;
  }
  std::size_t high = std::min(low + step, track.size());  // has not
  while (high - low > 1) {
    const std::size_t middle = low + (high - low) / 2;
    (begun(middle) ? low : high) = middle;
  }
  return low;
}

}  // namespace

Pyramids::Node Pyramids::make_node(const Sums& sums) {
  double time = 0, events = 0;
  for (std::size_t i = 0; i < kStates; ++i) {
    time += sums.time[i];
    events += sums.events[i];
  }
  Node node;
  node.states = sums.states;
  for (std::size_t i = 0; i < kStates; ++i) {
    if ((sums.states >> i & 1) == 0) continue;
    node.by_time[i] = share(sums.time[i], time);
    node.by_events[i] = share(sums.events[i], events);
  }
  return node;
}

void Pyramids::build(const TrackStore& tracks, std::size_t lanes) {
  m_nodes.clear();
  m_offsets.assign(1, 0);
  for (LaneIndex lane = 0; lane < lanes; ++lane) {
    build_lane(tracks.track(lane));
    m_offsets.push_back(m_nodes.size());
  }
}

void Pyramids::build_lane(const Track& track) {
  const std::size_t lane_begin = m_nodes.size();
  for (std::size_t first = 0; first + kFanOut <= track.size(); first += kFanOut) {
    // Integers: a lane of ten million slices comes through here.
    std::array<std::int64_t, kStates> time{};
    std::array<std::int64_t, kStates> events{};
    std::uint16_t states = 0;
    for (std::size_t i = first; i < first + kFanOut; ++i) {
      const std::size_t state = index(track.state[i]);
      time[state] += track.time[i + 1] - track.time[i];
      events[state] += std::int64_t{track.event[i + 1]} - track.event[i];
      states |= bit(track.state[i]);
    }
    Sums sums;
    std::ranges::copy(time, sums.time.begin());
    std::ranges::copy(events, sums.events.begin());
    sums.states = states;
    m_nodes.push_back(make_node(sums));
  }
  // A higher level weighs the nodes below it by how long they lasted.
  std::size_t below = lane_begin, count = m_nodes.size() - lane_begin, width = kFanOut;
  while (count >= kFanOut) {
    const std::size_t begin = m_nodes.size();
    for (std::size_t first = 0; first + kFanOut <= count; first += kFanOut) {
      Sums sums;
      add_slices(track, {m_nodes.data() + lane_begin, m_nodes.size() - lane_begin}, first * width,
                 (first + kFanOut) * width, sums);
      m_nodes.push_back(make_node(sums));
    }
    below = begin;
    count = m_nodes.size() - below;
    width *= kFanOut;
  }
}

bool Pyramids::is_sound(const TrackStore& tracks, std::size_t lanes) const noexcept {
  if (m_offsets.size() != lanes + 1 || m_offsets.front() != 0 || m_offsets.back() != m_nodes.size()) return false;
  for (LaneIndex lane = 0; lane < lanes; ++lane) {
    std::size_t nodes = 0;
    for (std::size_t count = tracks.track(lane).size() / kFanOut; count > 0; count /= kFanOut) nodes += count;
    if (m_offsets[lane + 1] - m_offsets[lane] != nodes) return false;
  }
  return true;
}

void Pyramids::add_slice(const Track& track, std::size_t slice, Moment from, Moment to, Sums& sums) {
  const std::size_t state = index(track.state[slice]);
  sums.time[state] += static_cast<double>(to.time - from.time);
  sums.events[state] += static_cast<double>(to.event - from.event);
  sums.states |= bit(track.state[slice]);
}

// Adds whole slices first to last - 1: single ones up to a multiple of 16, nodes from there, the higher the better.
void Pyramids::add_slices(const Track& track, std::span<const Node> nodes, std::size_t first, std::size_t last,
                          Sums& sums) const {
  while (first < last) {
    std::size_t level_begin = 0, level_count = track.size() / kFanOut, width = 1, node = SIZE_MAX;
    for (std::size_t wider = kFanOut; first % wider == 0 && first + wider <= last; wider *= kFanOut) {
      if (level_begin + first / wider >= nodes.size() || first / wider >= level_count) break;
      node = level_begin + first / wider;
      width = wider;
      level_begin += level_count;
      level_count /= kFanOut;
    }
    if (node == SIZE_MAX) {
      add_slice(track, first, track.begin(first), track.end(first), sums);
    } else {
      const auto time = static_cast<double>(track.time[first + width] - track.time[first]);
      const auto events = static_cast<double>(track.event[first + width] - track.event[first]);
      for (std::size_t i = 0; i < kStates; ++i) {
        sums.time[i] += time * nodes[node].by_time[i] / 255.0;
        sums.events[i] += events * nodes[node].by_events[i] / 255.0;
      }
      sums.states |= nodes[node].states;
    }
    first += width;
  }
}

void Pyramids::cover(const Track& track, LaneIndex lane, std::span<const Moment> edges, std::span<Coverage> out) const {
  const std::span<const Node> nodes(m_nodes.data() + m_offsets[lane], m_offsets[lane + 1] - m_offsets[lane]);
  std::ranges::fill(out, Coverage{});
  if (track.empty() || out.empty()) return;
  std::size_t slice = track.at(edges[0]);  // that holds the edge
  for (std::size_t i = 0; i < out.size(); ++i) {
    // What begins at an edge belongs to the pixel behind it; at the last edge there is none.
    const std::size_t next = last_before(track, slice, edges[i + 1], i + 1 == out.size());
    if (next != Track::npos) {
      const Sums sums = sum(track, nodes, slice, next, edges[i], edges[i + 1]);
      fill(sums, edges[i], edges[i + 1], out[i]);
      out[i].first = static_cast<std::uint32_t>(slice == Track::npos ? 0 : slice);
      out[i].slices = static_cast<std::uint32_t>(next - (slice == Track::npos ? SIZE_MAX : slice));
    }
    slice = next;
  }
}

// From `from` to `to`; `slice` is the one that holds `from` (npos: none yet), `next` the last one that begins before
// `to`.
Pyramids::Sums Pyramids::sum(const Track& track, std::span<const Node> nodes, std::size_t slice, std::size_t next,
                             Moment from, Moment to) const {
  Sums sums;
  const std::size_t first = slice == Track::npos ? 0 : slice;
  from = std::max(from, track.begin(first));
  if (next == first) {
    add_slice(track, first, from, std::max(to, from), sums);
    return sums;
  }
  add_slice(track, first, from, std::max(track.end(first), from), sums);
  add_slices(track, nodes, first + 1, next, sums);
  add_slice(track, next, track.begin(next), to, sums);
  return sums;
}

void Pyramids::fill(const Sums& sums, Moment from, Moment to, Coverage& coverage) {
  coverage.states = sums.states;
  const auto time = static_cast<double>(to.time - from.time);
  const auto events = static_cast<double>(to.event - from.event);
  for (std::size_t state = 0; state < kStates; ++state) {
    if (time > 0) coverage.by_time[state] = static_cast<float>(sums.time[state] / time);
    if (events > 0) coverage.by_events[state] = static_cast<float>(sums.events[state] / events);
  }
}

}  // namespace loopline::replay
