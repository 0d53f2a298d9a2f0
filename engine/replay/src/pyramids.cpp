#include "pyramids.h"

#include <algorithm>
#include <cstring>
#include <type_traits>

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
    const EventIndex event = track.event[slice];
    if (event != moment.event) return event < moment.event;  // mostly: times need not be looked at
    return or_at ? track.time[slice] <= moment.time : track.time[slice] < moment.time;
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

// Walks whole slices first to last - 1: single ones up to a multiple of 16, nodes from there, the higher the better.
template <class OnSlices, class OnNode>
void Pyramids::walk(std::size_t slices, std::span<const Node> nodes, std::size_t first, std::size_t last,
                    OnSlices on_slices, OnNode on_node) {
  while (first < last) {
    std::size_t level_begin = 0, level_count = slices / kFanOut, width = 1, node = SIZE_MAX;
    for (std::size_t wider = kFanOut; first % wider == 0 && first + wider <= last; wider *= kFanOut) {
      if (level_begin + first / wider >= nodes.size() || first / wider >= level_count) break;
      node = level_begin + first / wider;
      width = wider;
      level_begin += level_count;
      level_count /= kFanOut;
    }
    if (node == SIZE_MAX) {
      width = std::min(kFanOut - first % kFanOut, last - first);
      on_slices(first, first + width);
    } else {
      on_node(nodes[node], first, first + width);
    }
    first += width;
  }
}

void Pyramids::add_slices(const Track& track, std::span<const Node> nodes, std::size_t first, std::size_t last,
                          Sums& sums) {
  const auto on_slices = [&](std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) add_slice(track, i, track.begin(i), track.end(i), sums);
  };
  walk(track.size(), nodes, first, last, on_slices, [&](const Node& node, std::size_t from, std::size_t to) {
    const auto time = static_cast<double>(track.time[to] - track.time[from]);
    const auto events = static_cast<double>(track.event[to] - track.event[from]);
    for (std::size_t i = 0; i < kStates; ++i) {
      sums.time[i] += time * node.by_time[i] / 255.0;
      sums.events[i] += events * node.by_events[i] / 255.0;
    }
    sums.states |= node.states;
  });
}

// ---- a view's pixels: tens of thousands a frame

namespace {

constexpr std::size_t kLanes = 12;  // of a vector that holds a number for each state
static_assert(kLanes >= kStates);

// Shares of one pixel, by time or by events.
class PixelSums {
 public:
  void add(State state, std::int64_t length) noexcept {
    m_slices[index(state)] += length;
    m_states |= bit(state);
  }
  /// `shares`: kLanes bytes may be read there, what belongs to no state is not used.
  void add(const std::uint8_t* shares, std::uint16_t states, std::int64_t length) noexcept {
    const float weight = static_cast<float>(length) * (1.0F / 255);
    for (std::size_t i = 0; i < kLanes / 4; ++i) {
      Bytes bytes;
      std::memcpy(&bytes, shares + 4 * i, sizeof bytes);
      m_nodes[i] += __builtin_convertvector(bytes, Floats) * weight;
    }
    m_states |= states;
  }
  std::uint16_t states() const noexcept { return m_states; }
  void fill(std::int64_t length, std::array<float, kStates>& out) const noexcept {
    const float part = 1 / static_cast<float>(length);
    for (std::size_t i = 0; i < kStates; ++i) {
      out[i] = (static_cast<float>(m_slices[i]) + m_nodes[i / 4][i % 4]) * part;
    }
  }

 private:
  using Floats = float __attribute__((vector_size(16)));
  using Bytes = std::uint8_t __attribute__((vector_size(4)));

  std::array<std::int64_t, kStates> m_slices{};
  std::array<Floats, kLanes / 4> m_nodes{};
  std::uint16_t m_states = 0;
};

}  // namespace

// From `from` to `to`, which are of one column, `begins`; slices `first` to `last` lie in it, the outer ones in part.
template <class Position>
void Pyramids::fill(const Track& track, std::span<const Node> nodes, std::span<const Position> begins,
                    std::size_t first, std::size_t last, Position from, Position to, std::array<float, kStates>& shares,
                    std::uint16_t& states) {
  constexpr bool kByTime = std::is_same_v<Position, std::int64_t>;
  PixelSums sums;
  const auto length = [&](std::size_t slice, Position begin, Position end) {
    sums.add(track.state[slice], std::max<std::int64_t>(std::int64_t{end} - std::int64_t{begin}, 0));
  };
  const Position begin = std::max(from, begins[first]);
  length(first, begin, first == last ? to : begins[first + 1]);
  const auto on_slices = [&](std::size_t i, std::size_t end) {
    for (; i < end; ++i) sums.add(track.state[i], std::int64_t{begins[i + 1]} - std::int64_t{begins[i]});
  };
  walk(track.size(), nodes, first + 1, last, on_slices, [&](const Node& node, std::size_t i, std::size_t end) {
    sums.add((kByTime ? node.by_time : node.by_events).data(), node.states,
             std::int64_t{begins[end]} - std::int64_t{begins[i]});
  });
  if (first != last) length(last, begins[last], to);
  states = sums.states();
  if (to > from) sums.fill(std::int64_t{to} - std::int64_t{from}, shares);
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
      const std::size_t first = slice == Track::npos ? 0 : slice;
      const Moment from = edges[i], to = edges[i + 1];
      if (to.time > std::max(from.time, track.time[first])) {
        fill(track, nodes, track.time, first, next, from.time, to.time, out[i].by_time, out[i].states);
      } else {
        fill(track, nodes, track.event, first, next, from.event, to.event, out[i].by_events, out[i].states);
      }
      out[i].first = static_cast<std::uint32_t>(first);
      out[i].slices = static_cast<std::uint32_t>(next - slice);  // npos is one before 0
      slice = next;
    }
    // What ends exactly at an edge is over in the next pixel.
    if (slice + 1 < track.size() && track.begin(slice + 1) == edges[i + 1]) ++slice;
  }
}

}  // namespace loopline::replay
