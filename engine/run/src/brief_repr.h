// Values as text for the variables panel: short, and without running any of the program's code.
//
// repr() of an object may call the program's own `__repr__`, which may print, raise or change things: a recording must
// not do that to the program it watches. So objects of the program's classes are shown by their attributes,
// "<Account owner='ann', balance=3>", and nothing is called.
#pragma once

#include <string>
#include <string_view>

#include "script/value.h"

namespace loopline::script {
class Class;
class ExceptionObject;
class Instance;
class Vm;
}  // namespace loopline::script

namespace loopline::run {

/// The first 120 characters, then "…" if there are more.
std::string_view cut_text(std::string_view text, std::string& room);

class BriefRepr {
 public:
  explicit BriefRepr(script::Vm& vm) : m_vm(vm) {}

  /// At most 120 characters and "…". Valid until the next call. Takes time for what it shows only, not for what there
  /// is.
  std::string_view of(const script::Value& value);

 private:
  void append(const script::Value& value, int depth);
  void append_object(const script::Value& value, int depth);
  void append_loop_object(const script::Value& value);
  void append_text(std::string_view text, const script::Value& whole);
  void append_sequence(char open, char close, std::span<const script::Value> items, int depth);
  void append_dict(const script::Value& value, int depth);
  void append_set(const script::Value& value, int depth);
  void append_exception(const script::ExceptionObject& exception, int depth);
  void append_instance(const script::Instance& instance, int depth);
  void append_attributes(const script::Instance& instance, int depth);
  bool append_enum_member(const script::Instance& instance);
  bool append_named_tuple(const script::Instance& instance, int depth);
  void append_callable(const script::Value& value);
  std::string class_name(const script::Value& value) const;
  bool is_full() const noexcept;

  script::Vm& m_vm;
  std::string m_text;
  std::string m_cut;
};

}  // namespace loopline::run
