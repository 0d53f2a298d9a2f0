// Which variables changed since a frame was last looked at. What was seen is kept as marks, not as references: a
// recording must not keep a program's objects alive.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "brief_repr.h"
#include "script/code.h"
#include "script/objects/dict.h"
#include "script/value.h"

namespace loopline::script {
class Frame;
class Vm;
}  // namespace loopline::script

namespace loopline::run {

/// Told of each variable that changed.
class VariableListener {
 public:
  virtual void changed(std::uint64_t frame, std::string_view name, std::string_view repr) = 0;
  virtual void deleted(std::uint64_t frame, std::string_view name) = 0;

 protected:
  ~VariableListener() = default;
};

class VariableWatch {
 public:
  VariableWatch(script::Vm& vm, VariableListener& listener) : m_repr(vm), m_listener(listener) {}

  /// Compares the frame's variables with what they were at the last look, and the module's variables that its code
  /// mentions. Frames are known by their trace_number.
  void look(script::Frame& frame);
  /// The frame has ended.
  void forget(const script::Frame& frame);

  BriefRepr& repr() noexcept { return m_repr; }

 private:
  // A variable as it was: 0 for unset, else a hash of what it showed.
  using Mark = std::uint64_t;
  struct Named {
    script::Ref<script::Str> name;
    Mark mark = 0;
  };
  struct Namespace {
    std::uint64_t frame = 0;
    std::uint32_t version = 0;  // of the dictionary
    std::vector<Named> names;   // as a rule at the same place as in the dictionary
  };

  void look_at_locals(script::Frame& frame);
  void look_at_names(const script::Dict& names, Namespace& known);
  void look_at_globals(script::Frame& frame);
  void look_at_name(const script::Dict::Entry& entry, std::size_t place, Namespace& known);
  static Named& slot_of(script::Str& name, std::size_t place, Namespace& known);
  void find_deleted(const script::Dict& names, Namespace& known);
  void compare(std::uint64_t frame, const script::Str& name, const script::Value& value, Mark& mark);
  const std::vector<script::Ref<script::Str>>& globals_of(script::Code& code);

  BriefRepr m_repr;
  VariableListener& m_listener;
  std::unordered_map<std::uint64_t, std::vector<Mark>> m_locals;
  std::unordered_map<std::uint64_t, Namespace> m_class_bodies;
  Namespace m_module;
  script::Ref<script::Dict> m_module_names;
  struct Mentioned {
    script::Ref<script::Code> code;  // keeps the key's address taken
    std::vector<script::Ref<script::Str>> names;
  };
  std::unordered_map<const script::Code*, Mentioned> m_mentioned;
};

}  // namespace loopline::run
