// What stands in a cell that has nothing to say.

export const dash = <span className="faint">–</span>;
