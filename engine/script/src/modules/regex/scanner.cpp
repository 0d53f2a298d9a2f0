// What Pattern.scanner() returns: one match after another, each from where the one before ended.
#include "objects.h"

namespace loopline::script::regex {
namespace {

class Scanner final : public NativeObject {
 public:
  Scanner(Ref<Class> cls, Ref<Pattern> pattern, const Subject& subject)
      : NativeObject(std::move(cls)),
        pattern(std::move(pattern)),
        text(subject.value),
        pos(subject.pos),
        endpos(subject.endpos),
        from(subject.start) {}

  Ref<Pattern> pattern;
  Value text;
  std::int64_t pos;  ///< in characters
  std::int64_t endpos;
  std::size_t from;          ///< in bytes
  bool after_empty = false;  ///< the last match was empty: the next may not be, at the same place
  bool is_done = false;      ///< there was no match: there will be none

  void visit(Visitor& visitor) const override {
    NativeObject::visit(visitor);
    visitor.visit(pattern.get());
    visit_value(visitor, text);
  }
  void drop_references() noexcept override {
    NativeObject::drop_references();
    is_done = true;
    text.reset();
  }
};

template <Mode mode>
Value scanner_next(Vm& vm, Arguments args) {
  Scanner& self = *args[0].as<Scanner>();
  if (self.is_done) return Value::none();
  Subject subject;  // opened again: a bytearray may have changed
  if (!subject.open(vm, *self.pattern, self.text, self.pos, self.endpos)) return {};
  Spans spans;
  const int found = find(vm, *self.pattern, subject, self.from, mode, self.after_empty, spans);
  if (found < 0) return {};
  if (found == 0) {
    self.is_done = true;
    return Value::none();
  }
  self.from = spans[0].end;
  self.after_empty = spans[0].end == spans[0].start;
  return make_match(vm, *self.pattern, subject, std::move(spans));
}

Value scanner_pattern(Vm& /*vm*/, Arguments args) { return Value(args[0].as<Scanner>()->pattern); }

constexpr NativeDefinition kMethods[] = {
    {"match", "self, /", scanner_next<Mode::match>},
    {"search", "self, /", scanner_next<Mode::search>},
};
constexpr NativeDefinition kGetters[] = {{"pattern", "self, /", scanner_pattern}};

}  // namespace

Value pattern_scanner(Vm& vm, Arguments args) {
  std::int64_t pos = 0;
  std::int64_t endpos = INT64_MAX;
  if (!vm.index(args[2], pos, true) || (args[3].is_set() && !vm.index(args[3], endpos, true))) return {};
  const Ref<Pattern> pattern(args[0].as<Pattern>());
  Subject subject;
  if (!subject.open(vm, *pattern, args[1], pos, endpos)) return {};
  return make<Scanner>(Ref<Class>(scanner_class(vm)), pattern, subject);
}

std::span<const NativeDefinition> scanner_methods() { return kMethods; }
std::span<const NativeDefinition> scanner_getters() { return kGetters; }

}  // namespace loopline::script::regex
