// Which events are asyncio's own work: the two tasks with which asyncio.run shuts the loop down, and the turns in which
// nothing but these happens.
#pragma once

#include <span>
#include <vector>

#include "actors.h"
#include "replay/stops.h"

namespace loopline::replay {

class OwnWork {
 public:
  OwnWork(const trace::RunData& data, const Actors& actors) : m_data(data), m_actors(actors) {}

  void note(EventIndex number, const trace::Event& event);
  void finish(EventIndex last);

  bool has(EventIndex event) const noexcept;
  std::span<const EventRange> ranges() const noexcept { return m_ranges; }
  /// The last event of the program's own part; what follows only tidies up.
  EventIndex last_of_program() const noexcept { return m_last_of_program; }

  template <class Archive>
  void archive(Archive& archive) {
    archive(m_ranges, m_last_of_program);
  }
  bool is_sound(EventIndex last) const noexcept;

 private:
  enum class Whose { own, program, either };
  Whose whose(const trace::Event& event) const;

  const trace::RunData& m_data;
  const Actors& m_actors;
  std::vector<EventRange> m_ranges;
  EventIndex m_last_of_program = 0;

  EventIndex m_from = 0;  // the range that is open, and
  EventIndex m_turn = 0;  // the newest turn; its event is the program's once something of the program happens in it
};

}  // namespace loopline::replay
