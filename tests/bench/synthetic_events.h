// Events with the value ranges of a real trace: times and handles rise, tasks repeat, lines are small. The sequence is
// that of the baselines the benches are compared with.
#pragma once

#include <cstdint>

#include "trace/recorder.h"

namespace loopline::bench {

class SyntheticEvents {
 public:
  /// The clock to give to begin_run().
  const std::int64_t* clock() const noexcept { return &m_time; }

  void append_to(trace::Recorder& recorder) noexcept {
    m_random = m_random * 1664525u + 1013904223u;
    const std::uint32_t r = m_random >> 8;
    m_time += 40 + (r & 1023);
    m_turn += (r >> 10 & 7) == 0;
    ++m_id;
    const std::int64_t other = (r >> 6 & 3) != 0 ? 0 : 1 + (r >> 9) % 1000;
    recorder.append(static_cast<trace::Kind>(r >> 12 & 15), 1 + (r >> 4) % 1000, m_turn, other, m_id / 2,
                    1 + (r >> 3) % 300);
  }

 private:
  std::uint32_t m_random = 987654321;
  std::int64_t m_id = 0, m_time = 0, m_turn = 0;
};

}  // namespace loopline::bench
