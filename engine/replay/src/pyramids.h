// Level of detail of all tracks: what share of any stretch was spent in which state, without looking at every slice.
//
// A node covers 16, 256, 4,096 … slices of a lane, not an equal piece of time: in virtual time a million events may
// happen at one instant, and lanes differ in density. So one pyramid serves every axis, and its size follows the number
// of slices.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "replay/coverage.h"
#include "track_store.h"

namespace loopline::replay {

class Pyramids {
 public:
  void build(const TrackStore& tracks, std::size_t lanes);

  /// Timeline::cover() of a lane.
  void cover(const Track& track, LaneIndex lane, std::span<const Moment> edges, std::span<Coverage> out) const;

  template <class Archive>
  void archive(Archive& archive) {
    archive(m_nodes, m_offsets);
  }
  /// After reading an archive: as many nodes for each lane as its track needs. (Whatever stands in a node harms
  /// nobody.)
  bool is_sound(const TrackStore& tracks, std::size_t lanes) const noexcept;

 private:
  static constexpr std::size_t kFanOut = 16;

  // How long a node's slices were in which state, as shares of the whole in 1/255; a state that occurs has its bit
  // however short it was.
  struct Node {
    std::array<std::uint8_t, kStates> by_time{};
    std::array<std::uint8_t, kStates> by_events{};
    std::uint16_t states = 0;  // last: what reads twelve shares at a time stays within the node
  };
  struct Sums {
    std::array<double, kStates> time{}, events{};
    std::uint16_t states = 0;
  };
  static Node make_node(const Sums& sums);
  void build_lane(const Track& track);
  static void add_slice(const Track& track, std::size_t slice, Moment from, Moment to, Sums& sums);
  static void add_slices(const Track& track, std::span<const Node> nodes, std::size_t first, std::size_t last,
                         Sums& sums);
  template <class OnSlices, class OnNode>
  static void walk(std::size_t slices, std::span<const Node> nodes, std::size_t first, std::size_t last,
                   OnSlices on_slices, OnNode on_node);
  template <class Position>
  static void fill(const Track& track, std::span<const Node> nodes, std::span<const Position> begins, std::size_t first,
                   std::size_t last, Position from, Position to, std::array<float, kStates>& shares,
                   std::uint16_t& states);

  std::vector<Node> m_nodes;
  std::vector<std::uint64_t> m_offsets;  // where each lane's nodes begin: the lowest level, then the next …
};

}  // namespace loopline::replay
