// repr, str, format.
#include <algorithm>
#include <charconv>
#include <cmath>

#include "format.h"
#include "loop/event_loop.h"
#include "number_text.h"
#include "numbers.h"
#include "ranges.h"
#include "script/objects/complex.h"
#include "script/objects/iterators.h"
#include "script/vm.h"

namespace loopline::script {

namespace {

/// Guards recursion through nested containers, and knows those that contain themselves.
class ReprGuard {
 public:
  explicit ReprGuard(Vm& vm) : m_thread(vm.thread()) {
    m_ok = ++m_thread.repr_depth <= 900;
    if (!m_ok) {
      vm.raise(*vm.types().recursion_error, "maximum recursion depth exceeded while getting the repr of an object");
    }
  }
  ~ReprGuard() { --m_thread.repr_depth; }
  ReprGuard(const ReprGuard&) = delete;
  ReprGuard& operator=(const ReprGuard&) = delete;
  bool ok() const noexcept { return m_ok; }

 private:
  ThreadState& m_thread;
  bool m_ok;
};

/// Marks a container while its repr is made.
class SelfMark {
 public:
  explicit SelfMark(Object& object) : m_object(object), m_was_marked(object.is_marked()) { object.set_mark(true); }
  ~SelfMark() {
    if (!m_was_marked) m_object.set_mark(false);
  }
  SelfMark(const SelfMark&) = delete;
  SelfMark& operator=(const SelfMark&) = delete;
  bool is_inside_itself() const noexcept { return m_was_marked; }

 private:
  Object& m_object;
  bool m_was_marked;
};

bool append_repr(Vm& vm, std::string& text, const Value& value) {
  const Value part = vm.repr(value);
  if (!part.is_set()) return false;
  text += part.as<Str>()->view();
  return vm.spend(20) && vm.check_size(text.size());
}

bool append_items(Vm& vm, std::string& text, std::span<const Value> items) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += ", ";
    const Value item = items[i];
    if (!append_repr(vm, text, item)) return false;
  }
  return true;
}

}  // namespace

// Addresses never show: a number that is unique in the run stands for one, and looks like one.
std::int64_t Vm::id(const Value& value) {
  constexpr std::int64_t kObjects = std::int64_t{0x7f} << 40U;
  constexpr std::int64_t kOthers = std::int64_t{0x55} << 40U;
  if (value.is_object()) return kObjects + identity_number(*value.as_object()) * 16;
  // What is stored in place has no object: equal ones of a type are one.
  constexpr std::int64_t kSmall = std::int64_t{1} << 32U;
  std::int64_t number = 0;
  if (value.is_bool() || value.is_int()) number = value.as_int();
  if (value.is_float()) static_cast<void>(hash(value, number));
  return kOthers + (number % kSmall * 8 + static_cast<std::int64_t>(value.tag())) * 16;
}

std::string Vm::address_of(const Value& value) {
  char digits[24];
  std::snprintf(digits, sizeof digits, "0x%012llx", static_cast<unsigned long long>(id(value)));
  return digits;
}

// ---- repr of built-in values ----------------------------------------------------------------------------------------

Value Vm::repr(const Value& value) {
  switch (value.tag()) {
    case Tag::unset: return intern("<unset>");
    case Tag::none: return intern("None");
    case Tag::not_implemented: return intern("NotImplemented");
    case Tag::ellipsis: return intern("Ellipsis");
    case Tag::boolean: return intern(value.as_bool() ? "True" : "False");
    case Tag::integer: return str(std::to_string(value.as_int()));
    case Tag::floating: return str(format::float_repr(value.as_float()));
    case Tag::object: break;
  }
  const loop::ObjectKind object_kind = value.as_object()->kind();
  if (object_kind == kind::str) {
    const Str& text = *value.as<Str>();
    return spend(1 + text.byte_size() * 2) ? str(format::string_repr(text.view())) : Value();
  }
  if (object_kind == kind::big_int) {
    // GMP's own count may be one too many.
    const mpz_class& number = value.as<BigInt>()->number;
    std::string digits =
        mpz_sizeinbase(number.get_mpz_t(), 10) > numbers::kMaxDecimalDigits + 1 ? "" : number.get_str();
    if (digits.empty() || digits.size() > numbers::kMaxDecimalDigits + (digits[0] == '-' ? 1 : 0)) {
      return value_error(
          "Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase "
          "the limit");
    }
    return str(digits);
  }
  const ReprGuard guard(*this);
  if (!guard.ok()) return {};
  const Value method = special(class_of(value), Special::repr);
  if (!method.is_set()) return str("<" + type_name(value) + " object>");
  const Value arguments[] = {value};
  Value text = call_with_self(method, value, CallArguments{});
  if (text.is_set() && core_as<Str>(text, kind::str) == nullptr) {
    return type_error("__repr__ returned non-string (type " + type_name(text) + ")");
  }
  static_cast<void>(arguments);
  return text.is_set() ? core(text) : text;
}

/// What the __repr__ of the built-in classes gives.
Value Vm::builtin_repr(const Value& given) {
  const Value value = core(given);
  if (!value.is_object()) return repr(value);
  Object& object = *value.as_object();
  const loop::ObjectKind object_kind = object.kind();
  if (object_kind == kind::str || object_kind == kind::big_int) return repr(value);
  if (object_kind == kind::list) {
    const SelfMark mark(object);
    if (mark.is_inside_itself()) return intern("[...]");
    std::string text = "[";
    for (std::size_t i = 0; i < value.as<List>()->items.size(); ++i) {
      if (i > 0) text += ", ";
      const Value item = value.as<List>()->items[i];
      if (!append_repr(*this, text, item)) return {};
    }
    return str(text + "]");
  }
  if (object_kind == kind::tuple) {
    const SelfMark mark(object);
    if (mark.is_inside_itself()) return intern("(...)");
    std::string text = "(";
    if (!append_items(*this, text, value.as<Tuple>()->values())) return {};
    return str(text + (value.as<Tuple>()->size() == 1 ? ",)" : ")"));
  }
  if (object_kind == kind::dict) {
    const SelfMark mark(object);
    if (mark.is_inside_itself()) return intern("{...}");
    const Ref<Dict> dict(value.as<Dict>());
    std::string text = "{";
    for (std::int32_t at = dict->next(0); at >= 0; at = dict->next(static_cast<std::size_t>(at) + 1)) {
      if (text.size() > 1) text += ", ";
      const Dict::Entry entry = dict->entries()[static_cast<std::size_t>(at)];
      if (!append_repr(*this, text, entry.key)) return {};
      text += ": ";
      if (!append_repr(*this, text, entry.value)) return {};
    }
    return str(text + "}");
  }
  if (object_kind == kind::set || object_kind == kind::frozenset) {
    const SelfMark mark(object);
    const Set& set = *value.as<Set>();
    const std::string name = type_name(given);
    const bool plain = name == "set";
    if (mark.is_inside_itself()) return str(name + "(...)");
    if (set.empty()) return str(name + "()");
    std::string text = plain ? "{" : name + "({";
    if (!append_items(*this, text, set.elements())) return {};
    return str(text + (plain ? "}" : "})"));
  }
  if (object_kind == kind::complex)
    return str(format::complex_repr(value.as<Complex>()->real, value.as<Complex>()->imag));
  if (object_kind == kind::bytes) return str(format::bytes_repr(value.as<Bytes>()->data));
  if (object_kind == kind::bytearray)
    return str(type_name(given) + "(" + format::bytes_repr(value.as<ByteArray>()->data) + ")");
  if (ranges::is_range(value)) return str(ranges::repr(value));
  if (object_kind == kind::slice) {
    const Slice& slice = *value.as<Slice>();
    std::string text = "slice(";
    const Value parts[] = {slice.start, slice.stop, slice.step};
    if (!append_items(*this, text, parts)) return {};
    return str(text + ")");
  }
  return repr_of_object(given);
}

Value Vm::repr_of_object(const Value& value) {
  Object& object = *value.as_object();
  const loop::ObjectKind object_kind = object.kind();
  const auto at = [&] { return " at " + address_of(value) + ">"; };
  if (object_kind == kind::function) {
    return str("<function " + std::string(value.as<Function>()->qualname->view()) + at());
  }
  if (object_kind == kind::native_function) {
    const auto& native = *value.as<NativeFunction>();
    if (native.is_method) {
      const std::string owner = native.owner != nullptr ? std::string(native.owner->name()->view()) : "object";
      return str("<method '" + std::string(native.name->view()) + "' of '" + owner + "' objects>");
    }
    return str("<built-in function " + std::string(native.name->view()) + ">");
  }
  if (object_kind == kind::bound_method) {
    const auto& method = *value.as<BoundMethod>();
    if (method.function.is_object(kind::native_function)) {
      return str("<built-in method " + std::string(method.function.as<NativeFunction>()->name->view()) + " of " +
                 type_name(method.self) + " object at " + address_of(method.self) + ">");
    }
    const Value name = find_attr(method.function, *m_names->qualname);
    const Value self = repr(method.self);
    if (!self.is_set()) return {};
    const std::string function_name = as_str(name) != nullptr ? std::string(as_str(name)->view()) : "?";
    return str("<bound method " + function_name + " of " + std::string(self.as<Str>()->view()) + ">");
  }
  if (object_kind == kind::class_) {
    const Class& cls = *value.as<Class>();
    const Value* module = cls.attributes->get(*m_names->module);
    std::string name(cls.qualname ? cls.qualname->view() : cls.name()->view());
    if (module != nullptr && as_str(*module) != nullptr && as_str(*module)->view() != "builtins") {
      name = std::string(as_str(*module)->view()) + "." + name;
    }
    return str("<class '" + name + "'>");
  }
  if (object_kind == kind::module) {
    const std::string name(value.as<Module>()->name->view());
    return str("<module '" + name + "'" + (value.as<Module>()->is_library ? " (built-in)>" : ">"));
  }
  if (object_kind == kind::generator) {
    return str("<generator object " + value.as<Generator>()->name() + at());
  }
  if (object_kind == kind::async_generator) {
    return str("<async_generator object " + value.as<Generator>()->name() + at());
  }
  if (object_kind == loop::ObjectKind::coroutine) {
    if (dynamic_cast<AsyncGeneratorStep*>(&object) != nullptr) {
      const auto mode = static_cast<AsyncGeneratorStep&>(object).mode();
      return str(std::string(mode == AsyncGeneratorStep::Mode::send ? "<async_generator_asend object"
                                                                    : "<async_generator_athrow object") +
                 at());
    }
    return str("<coroutine object " + value.as<loop::CoroutineObject>()->name() + at());
  }
  if (object_kind == kind::cell) {
    const Value& contents = value.as<Cell>()->value;
    return str("<cell at " + address_of(value) + ": " +
               (contents.is_set() ? type_name(contents) + " object at " + address_of(contents) : std::string("empty")) +
               ">");
  }
  if (object_kind == kind::dict_view) {
    const Value list = make<List>(*to_vector(value));
    const Value text = repr(list);
    if (!text.is_set()) return {};
    return str(type_name(value) + "(" + std::string(text.as<Str>()->view()) + ")");
  }
  if (object_kind == kind::frame) {
    const Frame& frame = *value.as<Frame>();
    return str("<frame at " + address_of(value) + ", file '" + frame.code().source->file_name + "', line " +
               std::to_string(frame.line()) + ", code " + std::string(frame.code().name->view()) + ">");
  }
  if (object_kind == kind::code) {
    const auto* code = dynamic_cast<Code*>(&object);
    if (code != nullptr) {
      return str("<code object " + std::string(code->name->view()) + " at " + address_of(value) + ", file \"" +
                 code->source->file_name + "\", line " + std::to_string(code->first_line) + ">");
    }
  }
  if (object_kind == kind::super) {
    const Super& super = *value.as<Super>();
    return str("<super: <class '" + std::string(super.start->name()->view()) + "'>, <" +
               std::string(super.self_class->name()->view()) + " object>>");
  }
  // Anything else: module and class.
  Class& cls = class_of(value);
  const Value* module = cls.attributes->get(*m_names->module);
  std::string name(cls.qualname ? cls.qualname->view() : cls.name()->view());
  if (module != nullptr && as_str(*module) != nullptr && as_str(*module)->view() != "builtins") {
    name = std::string(as_str(*module)->view()) + "." + name;
  }
  return str("<" + name + " object" + at());
}

Value Vm::to_str(const Value& value) {
  if (value.is_object(kind::str)) return value;
  if (!value.is_object()) return repr(value);
  const Value method = special(class_of(value), Special::str);
  if (!method.is_set()) return repr(value);
  const ReprGuard guard(*this);
  if (!guard.ok()) return {};
  Value text = call_with_self(method, value, CallArguments{});
  if (text.is_set() && core_as<Str>(text, kind::str) == nullptr) {
    return type_error("__str__ returned non-string (type " + type_name(text) + ")");
  }
  return text;
}

Value Vm::ascii(const Value& value) {
  const Value text = repr(value);
  if (!text.is_set()) return {};
  return str(format::escape_non_ascii(text.as<Str>()->view()));
}

std::optional<std::string> Vm::repr_text(const Value& value) {
  const Value text = repr(value);
  if (!text.is_set()) return std::nullopt;
  return std::string(text.as<Str>()->view());
}

std::optional<std::string> Vm::str_text(const Value& value) {
  const Value text = to_str(value);
  if (!text.is_set()) return std::nullopt;
  return std::string(core(text).as<Str>()->view());
}

std::string Vm::safe_repr(const Value& value) {
  ThreadState& state = thread();
  Ref<loop::Exception> pending = std::move(state.error);
  const Value text = repr(value);
  std::string result = text.is_set() ? std::string(text.as<Str>()->view()) : "<repr failed>";
  state.error = std::move(pending);
  return result;
}

// ---- format ---------------------------------------------------------------------------------------------------------

Value Vm::format(const Value& value, const Value& spec) {
  const Str* spec_text = core_as<Str>(spec, kind::str);
  if (spec_text == nullptr) return type_error("Invalid format specifier: must be str, not " + type_name(spec));
  if (!value.is_object(kind::instance) && !value.is_object(kind::native_object) &&
      !value.is_object(loop::ObjectKind::exception)) {
    return builtin_format(value, spec_text->view());
  }
  const Value method = special(class_of(value), Special::format);
  if (!method.is_set()) return builtin_format(value, spec_text->view());
  const Value arguments[] = {spec};
  Value text = call_with_self(method, value, CallArguments{arguments, {}, nullptr});
  if (text.is_set() && core_as<Str>(text, kind::str) == nullptr) {
    return type_error("__format__ must return a str, not " + type_name(text));
  }
  return text;
}

/// What the __format__ of the built-in classes gives.
Value Vm::builtin_format(const Value& given, std::string_view spec) {
  const Value value = core(given);
  if (spec.empty()) return to_str(given);
  const bool formattable = numbers::is_number(value) || value.is_object(kind::str) || value.is_object(kind::complex);
  if (!formattable) return type_error("unsupported format string passed to " + type_name(given) + ".__format__");
  format::Mistake mistake;
  const std::string name = type_name(given);
  const std::optional<format::Spec> parsed = format::parse_spec(spec, name, value.is_object(kind::str), mistake);
  if (!parsed) return value_error(mistake.message);
  const auto precision = static_cast<std::uint64_t>(std::max(parsed->precision, 0));
  const bool shows_precision = precision < INT32_MAX && !value.is_object(kind::str);
  if (!check_size(parsed->width) || (shows_precision && !check_size(precision))) return {};
  std::optional<std::string> text;
  if (value.is_object(kind::str)) {
    text = format::format_string(value.as<Str>()->view(), *parsed, mistake);
  } else if (value.is_float()) {
    text = format::format_float(value.as_float(), *parsed, mistake);
  } else if (const Complex* number = as_kind<Complex>(value, kind::complex)) {
    text = format::format_complex(number->real, number->imag, *parsed, mistake);
  } else if (parsed->is_float_type()) {
    bool overflow = false;
    const double number = numbers::to_double(value, overflow);
    if (overflow) return overflow_error("int too large to convert to float");
    text = format::format_float(number, *parsed, mistake);
  } else {
    // The same limit of digits as for repr().
    const bool is_decimal = parsed->type == 0 || parsed->type == 'd' || parsed->type == 'n';
    if (is_decimal && value.is_object(kind::big_int) && !repr(value).is_set()) return {};
    text = format::format_integer(to_mpz(value), *parsed, name, mistake);
  }
  if (!text) return mistake.is_overflow ? overflow_error(mistake.message) : value_error(mistake.message);
  if (!check_size(text->size())) return {};
  return str(*text);
}

}  // namespace loopline::script
