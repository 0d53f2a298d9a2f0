// Level of detail of a track: what share of any stretch of it was spent in which state, without looking at every
// slice. Nodes cover 16, 256, 4,096 … slices, not equal pieces of time: in virtual time a million events may
// happen at one instant, and lanes differ in density. So one pyramid serves every axis (time, steps, elastic), and its
// size follows the number of slices.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "replay/track.h"

namespace loopline::replay {

/// What a lane did in a stretch, for one pixel of a view.
struct Coverage {
  std::array<float, kStates> by_time{};    ///< share of the stretch's time, by State; all 0 if no time passes in it
  std::array<float, kStates> by_events{};  ///< share of the stretch's events, by State; sums to 1 or is all 0
  std::uint16_t states = 0;                ///< bit 1 << State for each state that occurs, however shortly
  std::uint32_t slices = 0;                ///< how many slices begin in it

  bool has(State state) const noexcept { return states >> static_cast<unsigned>(state) & 1; }
};

class Pyramid {
 public:
  static constexpr std::size_t kFanOut = 16;

  /// Linear in the slices; about one byte and a half a slice.
  static Pyramid build(const Track& track);

  /// Fills out[i] with what happened between edges[i] and edges[i + 1]. Edges must rise; out.size() + 1 ==
  /// edges.size(). Costs a few dozen steps a pixel, whatever the number of slices.
  void cover(const Track& track, std::span<const Moment> edges, std::span<Coverage> out) const;

  /// For a file: all nodes, levels one behind the other; and back. `load` gives false if the size does not fit the
  /// track.
  std::span<const std::uint8_t> bytes() const noexcept;
  static bool load(const Track& track, std::span<const std::uint8_t> bytes, Pyramid& pyramid);

 private:
  // What 16 slices or nodes were: shares in 1/255, so that a node is small; states that occur have at least their bit.
  struct Node {
    std::array<std::uint8_t, kStates> by_time;
    std::array<std::uint8_t, kStates> by_events;
    std::uint16_t states;
  };
  static std::vector<std::size_t> level_offsets(std::size_t slices);

  std::vector<Node> m_nodes;
  std::vector<std::size_t> m_levels;  // where each level begins in m_nodes; the last entry is m_nodes.size()
};

}  // namespace loopline::replay
