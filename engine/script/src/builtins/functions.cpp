// function, method, cell, code, property, classmethod, staticmethod, super.
#include "../vm/bootstrap.h"
#include "common.h"

namespace loopline::script {

namespace {

Dict& attributes_of_function(Function& function) {
  if (!function.attributes) function.attributes = make<Dict>();
  return *function.attributes;
}

// ---- functions ------------------------------------------------------------------------------------------------------

Value function_name(Vm& /*vm*/, Arguments args) { return Value(args[0].as<Function>()->name); }
Value function_qualname(Vm& /*vm*/, Arguments args) { return Value(args[0].as<Function>()->qualname); }
Value function_doc(Vm& /*vm*/, Arguments args) {
  const Value& doc = args[0].as<Function>()->doc;
  return doc.is_set() ? doc : Value::none();
}
Value function_module(Vm& /*vm*/, Arguments args) {
  const Value& module = args[0].as<Function>()->module_name;
  return module.is_set() ? module : Value::none();
}
Value function_defaults(Vm& /*vm*/, Arguments args) {
  const auto& defaults = args[0].as<Function>()->defaults;
  return defaults ? Value(defaults) : Value::none();
}
Value function_kwdefaults(Vm& /*vm*/, Arguments args) {
  const auto& defaults = args[0].as<Function>()->kw_defaults;
  return defaults ? Value(defaults) : Value::none();
}
Value function_code(Vm& /*vm*/, Arguments args) { return Value(args[0].as<Function>()->code); }
Value function_globals(Vm& /*vm*/, Arguments args) { return Value(args[0].as<Function>()->globals); }
Value function_closure(Vm& /*vm*/, Arguments args) {
  const auto& closure = args[0].as<Function>()->closure;
  return closure ? Value(closure) : Value::none();
}
Value function_dict(Vm& /*vm*/, Arguments args) {
  attributes_of_function(*args[0].as<Function>());
  return Value(args[0].as<Function>()->attributes);
}
Value function_annotations(Vm& vm, Arguments args) {
  Value& annotations = args[0].as<Function>()->annotations;
  if (!annotations.is_set()) annotations = Value(vm.dict());
  return annotations;
}
Value function_get(Vm& vm, Arguments args) {
  if (args[1].is_none()) return args[0];
  return vm.bind(args[0], args[1], vm.class_of(args[1]));
}
Value function_call(Vm& vm, Arguments args) {
  std::vector<Value> names;
  std::vector<Value> values;
  for (const Dict::Entry& entry : args[2].as<Dict>()->entries()) {
    names.push_back(entry.key);
    values.push_back(entry.value);
  }
  const Ref<Tuple> keyword_names = names.empty() ? nullptr : Tuple::create(names);
  return vm.call(args[0], CallArguments{args[1].as<Tuple>()->values(), values, keyword_names.get()});
}

constexpr NativeDefinition kFunctionGetters[] = {
    {"__name__", "self, /", function_name},
    {"__qualname__", "self, /", function_qualname},
    {"__doc__", "self, /", function_doc},
    {"__module__", "self, /", function_module},
    {"__defaults__", "self, /", function_defaults},
    {"__kwdefaults__", "self, /", function_kwdefaults},
    {"__code__", "self, /", function_code},
    {"__globals__", "self, /", function_globals},
    {"__closure__", "self, /", function_closure},
    {"__dict__", "self, /", function_dict},
    {"__annotations__", "self, /", function_annotations},
};

constexpr NativeDefinition kFunctionMethods[] = {
    {"__get__", "self, instance, owner=None, /", function_get},
    {"__call__", "self, /, *args, **kwargs", function_call},
};

// ---- native functions -----------------------------------------------------------------------------------------------

/// The function behind a built-in method of an object, too.
NativeFunction& self_native(const Value& self) {
  const auto* method = as_kind<BoundMethod>(self, kind::bound_method);
  return *(method != nullptr ? method->function : self).as<NativeFunction>();
}

Value native_name(Vm& /*vm*/, Arguments args) { return Value(self_native(args[0]).name); }
Value native_qualname(Vm& /*vm*/, Arguments args) { return Value(self_native(args[0]).qualname); }
Value native_doc(Vm& /*vm*/, Arguments /*args*/) { return Value::none(); }
Value native_module(Vm& vm, Arguments args) {
  const NativeFunction& function = self_native(args[0]);
  if (function.module_name.is_set()) return function.module_name;
  return function.is_method ? Value::none() : Value(vm.intern("builtins"));
}
Value native_self(Vm& /*vm*/, Arguments args) {
  if (const auto* method = as_kind<BoundMethod>(args[0], kind::bound_method)) return method->self;
  const Value& receiver = self_native(args[0]).receiver;
  return receiver.is_set() ? receiver : Value::none();
}

constexpr NativeDefinition kNativeGetters[] = {
    {"__name__", "self, /", native_name}, {"__qualname__", "self, /", native_qualname},
    {"__doc__", "self, /", native_doc},   {"__module__", "self, /", native_module},
    {"__self__", "self, /", native_self},
};

constexpr NativeDefinition kNativeMethods[] = {{"__call__", "self, /, *args, **kwargs", function_call}};

// ---- bound methods --------------------------------------------------------------------------------------------------

Value method_self(Vm& /*vm*/, Arguments args) { return args[0].as<BoundMethod>()->self; }
Value method_func(Vm& /*vm*/, Arguments args) { return args[0].as<BoundMethod>()->function; }
Value method_doc(Vm& vm, Arguments args) { return vm.get_attr(args[0].as<BoundMethod>()->function, *vm.names().doc); }
Value method_getattr(Vm& vm, Arguments args) {
  // Whatever a method does not have itself, its function may have.
  return vm.get_attr(args[0].as<BoundMethod>()->function, *args[1].as<Str>());
}

constexpr NativeDefinition kMethodGetters[] = {
    {"__self__", "self, /", method_self}, {"__func__", "self, /", method_func}, {"__doc__", "self, /", method_doc}};
constexpr NativeDefinition kMethodMethods[] = {
    {"__getattr__", "self, name, /", method_getattr},
    {"__call__", "self, /, *args, **kwargs", function_call},
};

// ---- code, frames, cells --------------------------------------------------------------------------------------------

Value code_name(Vm& /*vm*/, Arguments args) { return Value(args[0].as<Code>()->name); }
Value code_qualname(Vm& /*vm*/, Arguments args) { return Value(args[0].as<Code>()->qualname); }
Value code_filename(Vm& vm, Arguments args) { return vm.str(args[0].as<Code>()->source->file_name); }
Value code_first_line(Vm& /*vm*/, Arguments args) { return Value(std::int64_t{args[0].as<Code>()->first_line}); }
Value code_argcount(Vm& /*vm*/, Arguments args) { return Value(std::int64_t{args[0].as<Code>()->positional_count}); }
Value code_kwonly(Vm& /*vm*/, Arguments args) { return Value(std::int64_t{args[0].as<Code>()->keyword_only_count}); }
Value code_positional_only(Vm& /*vm*/, Arguments args) {
  return Value(std::int64_t{args[0].as<Code>()->positional_only_count});
}
Value names_of(const std::vector<Ref<Str>>& names) {
  std::vector<Value> values;
  for (const Ref<Str>& name : names) values.emplace_back(name);
  return Value(Tuple::take(values));
}
Value code_varnames(Vm& /*vm*/, Arguments args) { return names_of(args[0].as<Code>()->local_names); }
Value code_freevars(Vm& /*vm*/, Arguments args) { return names_of(args[0].as<Code>()->free_names); }
Value code_nlocals(Vm& /*vm*/, Arguments args) {
  return Value(static_cast<std::int64_t>(args[0].as<Code>()->local_names.size()));
}
Value code_flags(Vm& /*vm*/, Arguments args) {
  const Code& code = *args[0].as<Code>();
  std::int64_t flags = 0x3;
  if (code.has_var_positional) flags |= 0x4;
  if (code.has_var_keyword) flags |= 0x8;
  switch (code.code_kind) {
    case CodeKind::generator: flags |= 0x20; break;
    case CodeKind::coroutine: flags |= 0x80; break;
    case CodeKind::async_generator: flags |= 0x200; break;
    default: break;
  }
  return Value(flags);
}

constexpr NativeDefinition kCodeGetters[] = {
    {"co_name", "self, /", code_name},
    {"co_qualname", "self, /", code_qualname},
    {"co_filename", "self, /", code_filename},
    {"co_firstlineno", "self, /", code_first_line},
    {"co_argcount", "self, /", code_argcount},
    {"co_kwonlyargcount", "self, /", code_kwonly},
    {"co_varnames", "self, /", code_varnames},
    {"co_flags", "self, /", code_flags},
    {"co_freevars", "self, /", code_freevars},
    {"co_nlocals", "self, /", code_nlocals},
    {"co_posonlyargcount", "self, /", code_positional_only},
};

Value frame_code(Vm& /*vm*/, Arguments args) { return Value(&args[0].as<Frame>()->code()); }
Value frame_line(Vm& /*vm*/, Arguments args) {
  const Frame& frame = *args[0].as<Frame>();
  const Code& code = frame.code();
  // A generator or coroutine that has not begun stands at its `def`.
  const bool has_begun = frame.pc != 0 || code.code_kind == CodeKind::function || code.code_kind == CodeKind::module;
  return Value(std::int64_t{has_begun ? frame.line() : code.first_line});
}
Value frame_globals(Vm& /*vm*/, Arguments args) { return Value(args[0].as<Frame>()->globals()); }
Value frame_back(Vm& /*vm*/, Arguments args) {
  Frame* caller = args[0].as<Frame>()->caller;
  while (caller != nullptr && caller->code().is_library()) caller = caller->caller;
  return caller != nullptr && !args[0].as<Frame>()->is_finished ? Value(caller) : Value::none();
}
Value frame_locals(Vm& vm, Arguments args) { return Value(vm.locals_of(*args[0].as<Frame>())); }

constexpr NativeDefinition kFrameGetters[] = {
    {"f_code", "self, /", frame_code}, {"f_lineno", "self, /", frame_line},   {"f_globals", "self, /", frame_globals},
    {"f_back", "self, /", frame_back}, {"f_locals", "self, /", frame_locals},
};

Value traceback_next(Vm& /*vm*/, Arguments args) {
  const auto& next = args[0].as<Traceback>()->next;
  return next ? Value(next) : Value::none();
}
Value traceback_frame(Vm& /*vm*/, Arguments args) { return Value(args[0].as<Traceback>()->frame); }
Value traceback_line(Vm& /*vm*/, Arguments args) { return Value(std::int64_t{args[0].as<Traceback>()->position.line}); }

constexpr NativeDefinition kTracebackGetters[] = {{"tb_next", "self, /", traceback_next},
                                                  {"tb_frame", "self, /", traceback_frame},
                                                  {"tb_lineno", "self, /", traceback_line}};

Value cell_contents(Vm& vm, Arguments args) {
  const Value& contents = args[0].as<Cell>()->value;
  return contents.is_set() ? contents : vm.value_error("Cell is empty");
}

constexpr NativeDefinition kCellGetters[] = {{"cell_contents", "self, /", cell_contents}};

// ---- property -------------------------------------------------------------------------------------------------------

Value property_new(Vm& vm, Arguments args) {
  Value doc = args[4];
  if (doc.is_none() && args[1].is_object(kind::function)) doc = args[1].as<Function>()->doc;
  static_cast<void>(vm);
  return make<Property>(args[1], args[2], args[3], doc.is_set() ? doc : Value::none());
}

template <Value Property::*part>
Value property_with(Vm& /*vm*/, Arguments args) {
  const Property& old = *args[0].as<Property>();
  Ref<Property> changed = make<Property>(old.get, old.set, old.del, old.doc);
  (*changed).*part = args[1];
  changed->name = old.name;
  return Value(std::move(changed));
}

template <Value Property::*part>
Value property_part(Vm& /*vm*/, Arguments args) {
  return (*args[0].as<Property>()).*part;
}

Value property_set_name(Vm& /*vm*/, Arguments args) {
  args[0].as<Property>()->name = Ref<Str>(as_str(args[2]));
  return Value::none();
}
Value property_get(Vm& vm, Arguments args) {
  if (args[1].is_none()) return args[0];
  return vm.bind(args[0], args[1], vm.class_of(args[1]));
}

constexpr NativeDefinition kProperty[] = {
    {"__new__", "cls, fget=None, fset=None, fdel=None, doc=None", property_new},
    {"getter", "self, fget, /", property_with<&Property::get>},
    {"setter", "self, fset, /", property_with<&Property::set>},
    {"deleter", "self, fdel, /", property_with<&Property::del>},
    {"__set_name__", "self, owner, name, /", property_set_name},
    {"__get__", "self, instance, owner=None, /", property_get},
};
constexpr NativeDefinition kPropertyGetters[] = {
    {"fget", "self, /", property_part<&Property::get>},
    {"fset", "self, /", property_part<&Property::set>},
    {"fdel", "self, /", property_part<&Property::del>},
    {"__doc__", "self, /", property_part<&Property::doc>},
};

// ---- classmethod, staticmethod --------------------------------------------------------------------------------------

Value class_method_new(Vm& /*vm*/, Arguments args) { return make<MethodWrapper>(kind::class_method, args[1]); }
Value static_method_new(Vm& /*vm*/, Arguments args) { return make<MethodWrapper>(kind::static_method, args[1]); }
Value wrapper_func(Vm& /*vm*/, Arguments args) { return args[0].as<MethodWrapper>()->function; }
Value wrapper_getattr(Vm& vm, Arguments args) {
  return vm.get_attr(args[0].as<MethodWrapper>()->function, *args[1].as<Str>());
}

Value wrapper_repr(Vm& vm, Arguments args) {
  const std::optional<std::string> function = vm.repr_text(args[0].as<MethodWrapper>()->function);
  return function ? vm.str("<" + vm.type_name(args[0]) + "(" + *function + ")>") : Value();
}

constexpr NativeDefinition kClassMethod[] = {{"__new__", "cls, function, /", class_method_new},
                                             {"__repr__", "self, /", wrapper_repr},
                                             {"__getattr__", "self, name, /", wrapper_getattr}};
constexpr NativeDefinition kStaticMethod[] = {{"__new__", "cls, function, /", static_method_new},
                                              {"__repr__", "self, /", wrapper_repr},
                                              {"__getattr__", "self, name, /", wrapper_getattr}};
constexpr NativeDefinition kWrapperGetters[] = {{"__func__", "self, /", wrapper_func},
                                                {"__wrapped__", "self, /", wrapper_func}};

// ---- super ----------------------------------------------------------------------------------------------------------

/// super() without arguments: the class in the __class__ cell and the first parameter of the function that calls it.
bool super_from_frame(Vm& vm, Ref<Class>& start, Value& self) {
  Frame* frame = vm.script_frame();
  if (frame == nullptr || frame->code().positional_count == 0) {
    vm.runtime_error("super(): no arguments");
    return false;
  }
  const Code& code = frame->code();
  self = frame->registers()[0];
  if (const Cell* cell = as_kind<Cell>(self, kind::cell)) self = cell->value;
  if (!self.is_set()) {
    vm.runtime_error("super(): arg[0] deleted");
    return false;
  }
  for (std::size_t i = 0; i < code.free_names.size(); ++i) {
    if (code.free_names[i]->view() != "__class__") continue;
    const Value& value = frame->registers()[code.local_names.size() + i].as<Cell>()->value;
    if (!value.is_set()) {
      vm.runtime_error("super(): empty __class__ cell");
      return false;
    }
    start = Ref<Class>(as_class(value));
    return true;
  }
  vm.runtime_error("super(): __class__ cell not found");
  return false;
}

Value super_new(Vm& vm, Arguments args) {
  Ref<Class> start;
  Value self;
  if (!args[1].is_set()) {
    if (!super_from_frame(vm, start, self)) return {};
  } else {
    start = Ref<Class>(as_class(args[1]));
    if (!start) return vm.type_error("super() argument 1 must be a type, not " + vm.type_name(args[1]));
    self = args[2].is_set() ? args[2] : Value::none();
  }
  Class* self_class = nullptr;
  if (Class* cls = as_class(self); cls != nullptr && cls->derives_from(*start)) {
    self_class = cls;
  } else if (vm.class_of(self).derives_from(*start)) {
    self_class = &vm.class_of(self);
  } else {
    return vm.type_error("super(type, obj): obj must be an instance or subtype of type");
  }
  return make<Super>(start, self, Ref<Class>(self_class));
}

constexpr NativeDefinition kSuper[] = {{"__new__", "cls, type?, obj?, /", super_new}};

}  // namespace

void install_functions(Vm& vm) {
  Types& types = vm.types();
  vm.define_getters(*types.function, kFunctionGetters);
  vm.define_methods(*types.function, kFunctionMethods);
  vm.define_getters(*types.native_function, kNativeGetters);
  vm.define_getters(*types.native_method, kNativeGetters);
  for (Class* cls : {types.native_function.get(), types.native_method.get()}) vm.define_methods(*cls, kNativeMethods);
  vm.define_getters(*types.bound_method, kMethodGetters);
  vm.define_methods(*types.bound_method, kMethodMethods);
  vm.define_getters(*types.code, kCodeGetters);
  vm.define_getters(*types.frame, kFrameGetters);
  vm.define_getters(*types.traceback, kTracebackGetters);
  vm.define_getters(*types.cell, kCellGetters);
  vm.define_methods(*types.property, kProperty);
  vm.define_getters(*types.property, kPropertyGetters);
  vm.define_methods(*types.class_method, kClassMethod);
  vm.define_methods(*types.static_method, kStaticMethod);
  vm.define_getters(*types.class_method, kWrapperGetters);
  vm.define_getters(*types.static_method, kWrapperGetters);
  vm.define_methods(*types.super, kSuper);
  vm.add_builtin("property", Value(types.property));
  vm.add_builtin("classmethod", Value(types.class_method));
  vm.add_builtin("staticmethod", Value(types.static_method));
  vm.add_builtin("super", Value(types.super));
}

}  // namespace loopline::script
