// Buttons: with words, with an icon alone (then it has a name and a tooltip), and links that look like them.
import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { Link as AriaLink, type LinkProps as AriaLinkProps } from 'react-aria-components/Link';
import { Icon } from './icon.tsx';
import { Tooltip } from './tooltip.tsx';
import './button.css';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'large';

interface Looks {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
}

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'>, Looks {
  readonly icon?: LucideIcon;
  /** Shown faintly after the words, such as "Ctrl N". */
  readonly shortcut?: string;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({
  variant = 'secondary',
  size = 'medium',
  icon,
  shortcut,
  children,
  ...rest
}: ButtonProps) {
  return (
    <AriaButton {...rest} className="button" data-variant={variant} data-size={size}>
      {rest.isPending === true ? (
        <span className="spinner" aria-hidden="true" />
      ) : (
        icon && <Icon icon={icon} size={15} />
      )}
      {children}
      {shortcut !== undefined && (
        <span className="button__shortcut" aria-hidden="true">
          {shortcut}
        </span>
      )}
    </AriaButton>
  );
}

export interface IconButtonProps
  extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'>, Looks {
  readonly icon: LucideIcon;
  /** What it does; read out, and shown as a tooltip. */
  readonly label: string;
  readonly shortcut?: string;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function IconButton({
  variant = 'quiet',
  size = 'medium',
  icon,
  label,
  shortcut,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} {...(shortcut === undefined ? {} : { shortcut })}>
      <AriaButton
        {...rest}
        className="button"
        data-variant={variant}
        data-size={size}
        data-shape="icon"
        aria-label={label}
      >
        <Icon icon={icon} size={size === 'small' ? 14 : 16} />
      </AriaButton>
    </Tooltip>
  );
}

export interface LinkButtonProps extends Omit<AriaLinkProps, 'className' | 'style' | 'children'>, Looks {
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
}

/** A link inside the program (`href` is a path such as `/invoices`) that looks like a button. */
export function LinkButton({
  variant = 'secondary',
  size = 'medium',
  icon,
  children,
  ...rest
}: LinkButtonProps) {
  return (
    <AriaLink {...rest} className="button" data-variant={variant} data-size={size}>
      {icon && <Icon icon={icon} size={15} />}
      {children}
    </AriaLink>
  );
}
